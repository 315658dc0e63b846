/* patal-place-button.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-place-button.h"
#include "patal-desk.h"
#include "patal-record-popover.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include <glib/gi18n.h>

#define MOST_HITS 20

struct _PatalPlaceButton
{
  AdwBin          parent_instance;
  GtkMenuButton  *button;
  GtkLabel       *shown;
  PatalRecordPopover *popover;
  PatalDocument  *document;
  gint64          place;
};

G_DEFINE_FINAL_TYPE (PatalPlaceButton, patal_place_button, ADW_TYPE_BIN)

enum { PROP_0, PROP_PLACE, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- what is offered --- */

/* (transfer full): with its block, where it lies in one. */
static char *
words_of (gpointer user_data, gint64 unit)
{
  PatalPlaceButton *self = user_data;
  g_auto (PatalFound) found = { 0 };
  const char *name;

  if (unit == 0)
    return g_strdup (_("All blocks"));
  if (!patal_desk_found (patal_document_reader (self->document), &(PatalSearchHit) { unit, "unit" }, patal_settings_lang (), &found, NULL))
    return g_strdup (_("A place that is gone"));
  name = patal_settings_pick (*found.name_hi != '\0' ? found.name_hi : NULL, *found.name_en != '\0' ? found.name_en : NULL);
  return *found.block != '\0' && !g_str_equal (found.block, name) ? g_strdup_printf ("%s, %s", name, found.block) : g_strdup (name);
}

static void
offer_blocks (gpointer user_data, PatalRecordPopover *popover)
{
  PatalPlaceButton *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = patal_unit_summaries (patal_document_reader (self->document), PATAL_LEVEL_BLOCK, 0, &error);

  patal_record_popover_append (popover, 0);
  if (blocks == NULL)
    {
      patal_document_complain (self->document, error);
      return;
    }
  for (guint i = 0; i < blocks->len; i++)
    patal_record_popover_append (popover, ((const PatalUnitSummary *) g_ptr_array_index (blocks, i))->id);
}

static void
chosen_cb (PatalPlaceButton *self, gint64 place)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  patal_place_button_set_place (self, place);
}

/* --- for others --- */

static void
show_place (PatalPlaceButton *self)
{
  g_autofree char *words = words_of (self, self->place);

  gtk_label_set_text (self->shown, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

gint64
patal_place_button_get_place (PatalPlaceButton *self)
{
  return self->place;
}

void
patal_place_button_set_place (PatalPlaceButton *self, gint64 unit)
{
  gboolean changed = self->place != unit;

  self->place = unit;
  show_place (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

char *
patal_place_button_get_name (PatalPlaceButton *self)
{
  return words_of (self, self->place);
}

void
patal_place_button_set_document (PatalPlaceButton *self, PatalDocument *document)
{
  self->document = g_object_ref (document);
  patal_record_popover_set_search (self->popover, document, &(PatalRecordSearch) { "unit", MOST_HITS, words_of, offer_blocks, self });
  patal_record_popover_set_name (self->popover, _("Block or gram panchayat"));
  show_place (self);
}

/* --- the object --- */

static void
patal_place_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PLACE)
    g_value_set_int64 (value, PATAL_PLACE_BUTTON (object)->place);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_place_button_dispose (GObject *object)
{
  g_clear_object (&PATAL_PLACE_BUTTON (object)->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_PLACE_BUTTON);
  G_OBJECT_CLASS (patal_place_button_parent_class)->dispose (object);
}

static void
patal_place_button_class_init (PatalPlaceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = patal_place_button_get_property;
  object_class->dispose = patal_place_button_dispose;
  props[PROP_PLACE] = g_param_spec_int64 ("place", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (PATAL_TYPE_RECORD_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-place-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalPlaceButton, button);
  gtk_widget_class_bind_template_child (widget_class, PatalPlaceButton, shown);
  gtk_widget_class_bind_template_child (widget_class, PatalPlaceButton, popover);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
patal_place_button_init (PatalPlaceButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
