/* patal-place-button.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-place-button.h"
#include "patal-desk.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include <glib/gi18n.h>

#define MOST_HITS 20

struct _PatalPlaceButton
{
  AdwBin          parent_instance;
  GtkMenuButton  *button;
  GtkLabel       *shown;
  GtkPopover     *popover;
  GtkSearchEntry *entry;
  GtkListBox     *list;
  PatalDocument  *document;
  gint64          place;
};

G_DEFINE_FINAL_TYPE (PatalPlaceButton, patal_place_button, ADW_TYPE_BIN)

enum { PROP_0, PROP_PLACE, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- what is offered --- */

/* (transfer full): with its block, where it lies in one. */
static char *
words_of (PatalPlaceButton *self, gint64 unit)
{
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
append (PatalPlaceButton *self, gint64 unit)
{
  g_autofree char *words = words_of (self, unit);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_set_data_full (G_OBJECT (label), "id", g_memdup2 (&unit, sizeof unit), g_free);
  gtk_list_box_append (self->list, label);
}

static void
append_blocks (PatalPlaceButton *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = patal_unit_summaries (patal_document_reader (self->document), PATAL_LEVEL_BLOCK, 0, &error);

  append (self, 0);
  if (blocks == NULL)
    {
      patal_document_complain (self->document, error);
      return;
    }
  for (guint i = 0; i < blocks->len; i++)
    append (self, ((const PatalUnitSummary *) g_ptr_array_index (blocks, i))->id);
}

static void
search_changed_cb (PatalPlaceButton *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) hits = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->document == NULL)
    return;
  if (*typed == '\0')
    append_blocks (self);
  else
    hits = patal_search (patal_document_reader (self->document), typed, "unit", MOST_HITS, NULL);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    append (self, g_array_index (hits, PatalSearchHit, i).id);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

/* --- what is chosen --- */

static void
row_activated_cb (PatalPlaceButton *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "id");
  gint64 place = *id;

  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  patal_place_button_set_place (self, place);
}

static void
entry_activate_cb (PatalPlaceButton *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* The focus stays in the entry, so that one can go on typing: up and down go through what is offered. */
static gboolean
entry_key_cb (PatalPlaceButton *self, guint key, G_GNUC_UNUSED guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down, up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  graphene_rect_t place;

  if ((!down && !up) || row == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + (down ? 1 : -1));
  if (row == NULL)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &place))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->list), place.origin.y, place.origin.y + place.size.height);
  return GDK_EVENT_STOP;
}

static void
popover_map_cb (PatalPlaceButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  search_changed_cb (self);
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
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-place-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalPlaceButton, button);
  gtk_widget_class_bind_template_child (widget_class, PatalPlaceButton, shown);
  gtk_widget_class_bind_template_child (widget_class, PatalPlaceButton, popover);
  gtk_widget_class_bind_template_child (widget_class, PatalPlaceButton, entry);
  gtk_widget_class_bind_template_child (widget_class, PatalPlaceButton, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
patal_place_button_init (PatalPlaceButton *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* before the entry takes the arrows for itself */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}
