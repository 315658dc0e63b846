/* patal-record-popover.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-record-popover.h"
#include "patal-search.h"

struct _PatalRecordPopover
{
  GtkPopover        parent_instance;
  GtkSearchEntry   *entry;
  GtkListBox       *list;
  PatalDocument    *document;
  PatalRecordSearch search;
};

G_DEFINE_FINAL_TYPE (PatalRecordPopover, patal_record_popover, GTK_TYPE_POPOVER)

enum { PROP_0, PROP_HINT, N_PROPS };
static GParamSpec *props[N_PROPS];
static guint chosen_signal;

/* --- what is found --- */

void
patal_record_popover_append (PatalRecordPopover *self, gint64 id)
{
  g_autofree char *words = self->search.words (self->search.user_data, id);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_set_data_full (G_OBJECT (label), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->list, label);
}

static void
search_changed_cb (PatalRecordPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) hits = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->document == NULL)
    return;
  if (*typed != '\0')
    hits = patal_search (patal_document_reader (self->document), typed, self->search.kind, self->search.most, NULL);
  else if (self->search.offer != NULL)
    self->search.offer (self->search.user_data, self);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    patal_record_popover_append (self, g_array_index (hits, PatalSearchHit, i).id);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

/* --- what is chosen --- */

static void
row_activated_cb (PatalRecordPopover *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "id");
  gint64 chosen = *id;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, chosen);
}

static void
entry_activate_cb (PatalRecordPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

static gboolean
entry_key_cb (PatalRecordPopover *self, guint key, G_GNUC_UNUSED guint code, GdkModifierType modifiers)
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
map_cb (PatalRecordPopover *self)
{
  if (self->search.offer != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (self->search.offer != NULL)
    search_changed_cb (self);
}

/* --- for others --- */

void
patal_record_popover_set_search (PatalRecordPopover *self, PatalDocument *document, const PatalRecordSearch *search)
{
  self->document = g_object_ref (document);
  self->search = *search;
}

void
patal_record_popover_set_name (PatalRecordPopover *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- the object --- */

static void
patal_record_popover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HINT)
    g_object_set (PATAL_RECORD_POPOVER (object)->entry, "placeholder-text", g_value_get_string (value), NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_record_popover_dispose (GObject *object)
{
  g_clear_object (&PATAL_RECORD_POPOVER (object)->document);
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_RECORD_POPOVER);
  G_OBJECT_CLASS (patal_record_popover_parent_class)->dispose (object);
}

static void
patal_record_popover_class_init (PatalRecordPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = patal_record_popover_set_property;
  object_class->dispose = patal_record_popover_dispose;
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-record-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalRecordPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, PatalRecordPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
patal_record_popover_init (PatalRecordPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* before the entry takes the arrows for itself */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}
