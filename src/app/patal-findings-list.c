/* patal-findings-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-findings-list.h"
#include <glib/gi18n.h>

struct _PatalFindingsList
{
  AdwBin      parent_instance;
  GtkLabel   *summary;
  GtkListBox *list;
  GPtrArray  *shown; /* (nullable): what the rows are of */
};

G_DEFINE_FINAL_TYPE (PatalFindingsList, patal_findings_list, ADW_TYPE_BIN)

enum { FIELD, REMEDY, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct { const char *icon, *css_class, *word; } weights[] = {
  [PATAL_FINDING_STOPS] = { "dialog-error-symbolic", "error", N_("To be mended") },
  [PATAL_FINDING_WARNS] = { "dialog-warning-symbolic", "warning", N_("To be looked at") },
  [PATAL_FINDING_REMINDS] = { "dialog-information-symbolic", "dim-label", N_("To be remembered") },
};

static void
remedy_cb (GtkButton *button, PatalFindingsList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  const PatalFinding *finding = g_ptr_array_index (self->shown, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  g_autofree char *field = g_strdup (finding->field);
  g_autofree char *value = g_strdup (finding->value); /* setting it makes other findings */

  g_signal_emit (self, signals[REMEDY], 0, field, value);
}

static GtkWidget *
row_new (PatalFindingsList *self, const PatalFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (weights[finding->weight].icon);
  GtkWidget *text = gtk_label_new (finding->text);
  g_autofree char *says = g_strdup_printf ("%s: %s", _(weights[finding->weight].word), finding->text);

  gtk_widget_add_css_class (icon, weights[finding->weight].css_class);
  gtk_widget_set_tooltip_text (icon, _(weights[finding->weight].word));
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  if (finding->remedy != NULL && finding->field != NULL && finding->value != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (finding->remedy);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "row-button");
      g_signal_connect_object (button, "clicked", G_CALLBACK (remedy_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), finding->field != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  return row;
}

static gboolean
same (const PatalFinding *a, const PatalFinding *b)
{
  return a->kind == b->kind && a->weight == b->weight && g_strcmp0 (a->field, b->field) == 0 && g_strcmp0 (a->text, b->text) == 0
         && g_strcmp0 (a->remedy, b->remedy) == 0 && g_strcmp0 (a->value, b->value) == 0;
}

static guint
len (const GPtrArray *findings)
{
  return findings != NULL ? findings->len : 0;
}

static void
show_summary (PatalFindingsList *self, GPtrArray *findings)
{
  guint counts[G_N_ELEMENTS (weights)] = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < len (findings); i++)
    counts[((const PatalFinding *) g_ptr_array_index (findings, i))->weight]++;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    if (counts[i] > 0)
      g_string_append_printf (words, "%s%s: %u", words->len > 0 ? " · " : "", _(weights[i].word), counts[i]);
  if (findings != NULL && words->len == 0)
    g_string_append (words, _("Nothing found: the board can be printed"));
  gtk_label_set_text (self->summary, words->str);
}

/* Rows that are the same at the top and at the bottom stay: while somebody types, most do. */
void
patal_findings_list_set (PatalFindingsList *self, GPtrArray *findings)
{
  guint before = len (self->shown), now = len (findings), head = 0, tail = 0;

  while (head < MIN (before, now) && same (g_ptr_array_index (self->shown, head), g_ptr_array_index (findings, head)))
    head++;
  while (tail < MIN (before, now) - head
         && same (g_ptr_array_index (self->shown, before - 1 - tail), g_ptr_array_index (findings, now - 1 - tail)))
    tail++;
  for (guint i = head; i + tail < before; i++)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) head)));
  for (guint i = head; i + tail < now; i++)
    gtk_list_box_insert (self->list, row_new (self, g_ptr_array_index (findings, i)), (int) i);
  show_summary (self, findings);
  if (findings != NULL)
    g_ptr_array_ref (findings);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = findings;
}

static void
row_activated_cb (PatalFindingsList *self, GtkListBoxRow *row)
{
  const PatalFinding *finding = g_ptr_array_index (self->shown, (guint) gtk_list_box_row_get_index (row));
  g_autofree char *field = g_strdup (finding->field);

  if (field != NULL)
    g_signal_emit (self, signals[FIELD], 0, field);
}

static void
patal_findings_list_dispose (GObject *object)
{
  PatalFindingsList *self = PATAL_FINDINGS_LIST (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_FINDINGS_LIST);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (patal_findings_list_parent_class)->dispose (object);
}

static void
patal_findings_list_class_init (PatalFindingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_findings_list_dispose;
  signals[FIELD] = g_signal_new ("field", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMEDY] = g_signal_new ("remedy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-findings-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalFindingsList, summary);
  gtk_widget_class_bind_template_child (widget_class, PatalFindingsList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
patal_findings_list_init (PatalFindingsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
