/* patal-span-rows.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-span-rows.h"
#include "patal-choice.h"
#include "patal-field.h"
#include "patal-record-chooser.h"
#include "patal-reveal.h"
#include <glib/gi18n.h>

struct _PatalSpanRows
{
  AdwBin               parent_instance;
  GtkBox              *box;
  PatalDocument       *document;
  const PatalSpanKind *kind;
  GPtrArray           *lines; /* Line */
};

G_DEFINE_FINAL_TYPE (PatalSpanRows, patal_span_rows, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct
{
  PatalSpanRows      *rows;
  GtkWidget          *box;
  gint64              id;
  PatalRecordChooser *place;  /* (nullable) */
  PatalField         *from, *to, *words;
  PatalChoice        *choice; /* (nullable) */
} Line;

void
patal_span_row_free (PatalSpanRow *row)
{
  if (row == NULL)
    return;
  g_free (row->words);
  g_free (row);
}

static void
changed (PatalSpanRows *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (Line *line)
{
  PatalSpanRows *self = line->rows;

  gtk_box_remove (self->box, line->box);
  g_ptr_array_remove (self->lines, line); /* frees it */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
  changed (self);
}

/* --- a row --- */

static void
show_day (PatalField *field, PatalDay day)
{
  g_autofree char *text = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;

  patal_field_set_text (field, text);
}

static PatalField *
add_field (PatalSpanRows *self, GtkWidget *box, const char *label, const char *hint)
{
  GtkWidget *field = patal_field_new (label);

  g_object_set (field, "hint", hint, NULL);
  gtk_widget_set_hexpand (field, TRUE);
  g_signal_connect_object (field, "edited", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), field);
  return PATAL_FIELD (field);
}

static PatalChoice *
add_choice (PatalSpanRows *self, GtkWidget *box)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkWidget *choice;

  for (guint nth = 0; self->kind->choice_title (nth) != NULL; nth++)
    g_ptr_array_add (names, (gpointer) _(self->kind->choice_title (nth)));
  g_ptr_array_add (names, NULL);
  choice = patal_choice_new (_(self->kind->choice), (const char *const *) names->pdata);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), choice);
  return PATAL_CHOICE (choice);
}

static PatalRecordChooser *
add_place (PatalSpanRows *self, GtkWidget *box)
{
  GtkWidget *chooser = patal_record_chooser_new (self->document, _(self->kind->place), "unit");

  gtk_widget_set_hexpand (chooser, TRUE);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), chooser);
  return PATAL_RECORD_CHOOSER (chooser);
}

static void
add_remove_button (Line *line, GtkWidget *box)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _("Remove this row"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this row"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), line); /* the button goes with the row */
  gtk_box_append (GTK_BOX (box), button);
}

/* Where a place is asked for, it has a line of its own. */
static Line *
line_new (PatalSpanRows *self)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *below = top;

  line->rows = self;
  line->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (line->box, "card");
  gtk_widget_add_css_class (line->box, "limit-row");
  gtk_box_append (GTK_BOX (line->box), top);
  if (self->kind->place != NULL)
    {
      line->place = add_place (self, top);
      below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      gtk_box_append (GTK_BOX (line->box), below);
    }
  line->from = add_field (self, below, _("_From"), _("DD.MM.YYYY"));
  line->to = add_field (self, below, _("_Until"), _("DD.MM.YYYY"));
  if (self->kind->choice != NULL)
    line->choice = add_choice (self, below);
  line->words = add_field (self, below, _(self->kind->words), "");
  add_remove_button (line, top);
  g_ptr_array_add (self->lines, line);
  gtk_box_append (self->box, line->box);
  return line;
}

static void
add_cb (PatalSpanRows *self)
{
  Line *line = line_new (self);

  gtk_widget_child_focus (line->box, GTK_DIR_TAB_FORWARD);
  patal_reveal (line->box);
  changed (self);
}

void
patal_span_rows_add (PatalSpanRows *self, const PatalSpanRow *row)
{
  Line *line = line_new (self);

  line->id = row->id;
  if (line->place != NULL)
    patal_record_chooser_set_record (line->place, row->place);
  if (line->choice != NULL)
    patal_choice_set_selected (line->choice, row->choice);
  show_day (line->from, row->span.from);
  show_day (line->to, row->span.to);
  patal_field_set_text (line->words, row->words);
}

void
patal_span_rows_clear (PatalSpanRows *self)
{
  while (self->lines->len > 0)
    {
      gtk_box_remove (self->box, ((const Line *) self->lines->pdata[self->lines->len - 1])->box);
      g_ptr_array_remove_index (self->lines, self->lines->len - 1);
    }
}

/* --- reading --- */

static gboolean
refuse_field (PatalField *field, const char *message, PatalSpanRowsRead how)
{
  patal_field_set_error (field, message);
  if (how == PATAL_SPAN_ROWS_FOCUS)
    gtk_widget_grab_focus (GTK_WIDGET (field));
  return FALSE;
}

static gboolean
read_day (PatalField *field, PatalDay *out, PatalSpanRowsRead how)
{
  g_autoptr (GError) error = NULL;

  if (!patal_day_parse (patal_field_get_text (field), out, &error))
    return refuse_field (field, error->message, how);
  patal_field_set_error (field, NULL);
  return TRUE;
}

static gboolean
read_place (PatalSpanRows *self, Line *line, gint64 *out, PatalSpanRowsRead how)
{
  const char *missing = self->kind->place_missing;

  if (line->place == NULL)
    return TRUE;
  *out = patal_record_chooser_get_record (line->place);
  patal_record_chooser_set_error (line->place, missing != NULL && *out == 0 ? _(missing) : NULL);
  if (missing == NULL || *out != 0)
    return TRUE;
  if (how == PATAL_SPAN_ROWS_FOCUS)
    gtk_widget_grab_focus (GTK_WIDGET (line->place));
  return FALSE;
}

static gboolean
read_line (PatalSpanRows *self, Line *line, PatalSpanRow *out, PatalSpanRowsRead how)
{
  out->id = line->id;
  out->choice = line->choice != NULL ? patal_choice_get_selected (line->choice) : 0;
  out->words = patal_field_get_value (line->words);
  if (!read_place (self, line, &out->place, how) || !read_day (line->from, &out->span.from, how) || !read_day (line->to, &out->span.to, how))
    return FALSE;
  return out->span.from <= out->span.to || refuse_field (line->to, _("The last day lies before the first"), how);
}

GPtrArray *
patal_span_rows_read (PatalSpanRows *self, PatalSpanRowsRead how)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_span_row_free);

  for (guint i = 0; i < self->lines->len; i++)
    {
      PatalSpanRow *row = g_new0 (PatalSpanRow, 1);

      g_ptr_array_add (read, row);
      if (!read_line (self, self->lines->pdata[i], row, how))
        return NULL;
    }
  return g_steal_pointer (&read);
}

/* --- the object --- */

GtkWidget *
patal_span_rows_new (PatalDocument *document, const PatalSpanKind *kind)
{
  PatalSpanRows *self = g_object_new (PATAL_TYPE_SPAN_ROWS, NULL);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *button = gtk_button_new_with_mnemonic (_(kind->add));

  self->document = g_object_ref (document);
  self->kind = kind;
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (outer), button);
  adw_bin_set_child (ADW_BIN (self), outer);
  return GTK_WIDGET (self);
}

static void
patal_span_rows_dispose (GObject *object)
{
  PatalSpanRows *self = PATAL_SPAN_ROWS (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_span_rows_parent_class)->dispose (object);
}

static void
patal_span_rows_class_init (PatalSpanRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_span_rows_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
patal_span_rows_init (PatalSpanRows *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
}
