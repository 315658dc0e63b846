/* patal-holdings-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-holdings-list.h"
#include "patal-posting-dialog.h"
#include "patal-posting.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalHoldingsList
{
  AdwBin         parent_instance;
  GtkListBox    *list;
  GtkLabel      *empty;
  GtkButton     *add_button;
  PatalDocument *document;
  gint64         unit;
};

G_DEFINE_FINAL_TYPE (PatalHoldingsList, patal_holdings_list, ADW_TYPE_BIN)

static char *
holder_text (const PatalHolding *holding)
{
  g_autoptr (GString) text = NULL;

  if (holding->person == 0)
    return g_strdup (_("Vacant"));
  text = g_string_new (patal_settings_pick (holding->person_hi, holding->person_en));
  if (holding->mobile != NULL)
    g_string_append_printf (text, " · %s", holding->mobile);
  if (holding->charge == PATAL_CHARGE_ADDITIONAL)
    {
      const char *main_place = patal_settings_pick (holding->main_unit_hi, holding->main_unit_en);

      if (main_place != NULL) /* Translators: %s is the place of a person's main post */
        g_string_append_printf (text, _("\nAdditional charge; main place %s"), main_place);
      else
        g_string_append_printf (text, "\n%s", _("Additional charge"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
holding_row (const PatalHolding *holding, gboolean writable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *holder = holder_text (holding);
  gint64 *ids = g_new (gint64, 2);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), patal_settings_pick (holding->post_hi, holding->post_en));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), holder);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  if (holding->person == 0)
    {
      GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (image, "warning");
      gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Vacant"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), writable);
  gtk_widget_set_tooltip_text (row, holding->person == 0 ? _("Fill this post") : _("Transfer, correct or end this posting"));
  ids[0] = holding->posting;
  ids[1] = holding->post;
  g_object_set_data_full (G_OBJECT (row), "ids", ids, g_free);
  return row;
}

/* A handful of rows by index: the reader answers at once. */
static void
refresh (PatalHoldingsList *self)
{
  gboolean writable = patal_document_writable (self->document);
  g_autoptr (GPtrArray) holdings = NULL;
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), writable && self->unit != 0);
  if (self->unit != 0)
    holdings = patal_holdings_in (patal_document_reader (self->document), self->unit, patal_day_today (), &error);
  patal_document_complain (self->document, error);
  for (guint i = 0; holdings != NULL && i < holdings->len; i++)
    gtk_list_box_append (self->list, holding_row (g_ptr_array_index (holdings, i), writable));
  gtk_widget_set_visible (GTK_WIDGET (self->list), holdings != NULL && holdings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), holdings == NULL || holdings->len == 0);
}

static void
changed_cb (PatalHoldingsList *self, GStrv tables)
{
  const char *const *names = (const char *const *) tables;

  if (patal_document_touches (names, "posting") || patal_document_touches (names, "person")
      || patal_document_touches (names, "post") || patal_document_touches (names, "label"))
    refresh (self);
}

void
patal_holdings_list_set_document (PatalHoldingsList *self, PatalDocument *document)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

void
patal_holdings_list_set_unit (PatalHoldingsList *self, gint64 unit)
{
  self->unit = unit;
  refresh (self);
}

static void
row_activated_cb (PatalHoldingsList *self, GtkListBoxRow *row)
{
  const gint64 *ids = g_object_get_data (G_OBJECT (row), "ids");

  patal_posting_dialog_show (GTK_WIDGET (self), self->document,
                             &(PatalPostingStart) { .posting = ids[0], .post = ids[1], .unit = self->unit });
}

static void
add_cb (PatalHoldingsList *self)
{
  patal_posting_dialog_show (GTK_WIDGET (self), self->document, &(PatalPostingStart) { .unit = self->unit });
}

static void
patal_holdings_list_dispose (GObject *object)
{
  g_clear_object (&PATAL_HOLDINGS_LIST (object)->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_HOLDINGS_LIST);
  G_OBJECT_CLASS (patal_holdings_list_parent_class)->dispose (object);
}

static void
patal_holdings_list_class_init (PatalHoldingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_holdings_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-holdings-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalHoldingsList, list);
  gtk_widget_class_bind_template_child (widget_class, PatalHoldingsList, empty);
  gtk_widget_class_bind_template_child (widget_class, PatalHoldingsList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
patal_holdings_list_init (PatalHoldingsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
