/* patal-record-chooser.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-record-chooser.h"
#include "patal-desk.h"
#include "patal-level-word.h"
#include "patal-record-popover.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

#define MOST_HITS 12

struct _PatalRecordChooser
{
  AdwBin          parent_instance;
  GtkLabel       *caption, *shown, *error_label;
  GtkMenuButton  *button;
  PatalRecordPopover *popover;
  GtkBox         *error_box;
  PatalDocument  *document;
  const char     *kind;
  char           *label; /* without the mnemonic */
  gint64          record;
};

G_DEFINE_FINAL_TYPE (PatalRecordChooser, patal_record_chooser, ADW_TYPE_BIN)

static guint chosen_signal;

/* What tells a record from others of its name: for a place in a block that block, for a larger place what it is. */
static char *
note_of (PatalRecordChooser *self, const PatalFound *found, gint64 id)
{
  g_auto (PatalUnit) unit = { .population = -1 };

  if (g_str_equal (self->kind, "unit") && patal_unit_load (patal_document_reader (self->document), id, &unit, NULL)
      && unit.level < PATAL_LEVEL_GP)
    return g_strdup (patal_level_word (unit.level));
  return g_strdup (*found->note != '\0' ? found->note : found->block);
}

/* "अकलतरी, अकलतरा · 125046" */
static char *
words_of (gpointer user_data, gint64 id)
{
  PatalRecordChooser *self = user_data;
  g_auto (PatalFound) found = { 0 };
  PatalLang lang = patal_settings_lang ();
  gboolean hindi = lang == PATAL_LANG_HI;
  g_autofree char *note = NULL;
  const char *name;
  GString *words;

  if (!patal_desk_found (patal_document_reader (self->document), &(PatalSearchHit) { id, self->kind }, lang, &found, NULL))
    return NULL;
  note = note_of (self, &found, id);
  name = hindi ? found.name_hi : found.name_en;
  if (*name == '\0')
    name = hindi ? found.name_en : found.name_hi;
  words = g_string_new (name);
  if (*note != '\0')
    g_string_append_printf (words, ", %s", note);
  if (*found.code != '\0')
    g_string_append_printf (words, " · %s", found.code);
  return g_string_free (words, FALSE);
}

static void
show_record (PatalRecordChooser *self)
{
  g_autofree char *words = self->record != 0 ? words_of (self, self->record) : NULL;
  const char *shown = words != NULL ? words : _("Choose…");

  gtk_label_set_text (self->shown, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1); /* after the caption */
}

gint64
patal_record_chooser_get_record (PatalRecordChooser *self)
{
  return self->record;
}

void
patal_record_chooser_set_record (PatalRecordChooser *self, gint64 id)
{
  self->record = id;
  show_record (self);
}

void
patal_record_chooser_set_error (PatalRecordChooser *self, const char *error)
{
  gtk_label_set_text (self->error_label, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_box), error != NULL);
  if (error != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
popover_chosen_cb (PatalRecordChooser *self, gint64 id)
{
  patal_record_chooser_set_record (self, id);
  patal_record_chooser_set_error (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  g_signal_emit (self, chosen_signal, 0);
}

GtkWidget *
patal_record_chooser_new (PatalDocument *document, const char *label, const char *kind)
{
  PatalRecordChooser *self = g_object_new (PATAL_TYPE_RECORD_CHOOSER, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  self->document = g_object_ref (document);
  self->kind = kind;
  self->label = g_strjoinv ("", parts);
  gtk_label_set_label (self->caption, label);
  patal_record_popover_set_search (self->popover, document, &(PatalRecordSearch) { kind, MOST_HITS, words_of, NULL, self });
  patal_record_popover_set_name (self->popover, self->label);
  show_record (self);
  return GTK_WIDGET (self);
}

static gboolean
patal_record_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PATAL_RECORD_CHOOSER (widget)->button));
}

static void
patal_record_chooser_dispose (GObject *object)
{
  g_clear_object (&PATAL_RECORD_CHOOSER (object)->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_RECORD_CHOOSER);
  G_OBJECT_CLASS (patal_record_chooser_parent_class)->dispose (object);
}

static void
patal_record_chooser_finalize (GObject *object)
{
  g_free (PATAL_RECORD_CHOOSER (object)->label);
  G_OBJECT_CLASS (patal_record_chooser_parent_class)->finalize (object);
}

static void
patal_record_chooser_class_init (PatalRecordChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_record_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_record_chooser_finalize;
  widget_class->grab_focus = patal_record_chooser_grab_focus;
  chosen_signal = g_signal_new ("chosen", PATAL_TYPE_RECORD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (PATAL_TYPE_RECORD_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-record-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalRecordChooser, caption);
  gtk_widget_class_bind_template_child (widget_class, PatalRecordChooser, shown);
  gtk_widget_class_bind_template_child (widget_class, PatalRecordChooser, error_label);
  gtk_widget_class_bind_template_child (widget_class, PatalRecordChooser, button);
  gtk_widget_class_bind_template_child (widget_class, PatalRecordChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, PatalRecordChooser, error_box);
  gtk_widget_class_bind_template_callback (widget_class, popover_chosen_cb);
}

static void
patal_record_chooser_init (PatalRecordChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
