/* patal-search-button.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-search-button.h"
#include "patal-desk.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

#define MOST_HITS 20

struct _PatalSearchButton
{
  AdwBin          parent_instance;
  GtkMenuButton  *button;
  GtkPopover     *popover;
  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkLabel       *hint;
  GtkListBox     *list;
  PatalDocument  *document; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PatalSearchButton, patal_search_button, ADW_TYPE_BIN)

static const char *
heading_of (const char *kind)
{
  static const struct { const char *kind, *title; } headings[] = {
    { "unit", N_("Places") },
    { "person", N_("People") },
    { "venue", N_("Training Venues") },
    { "work", N_("Works") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_strcmp0 (headings[i].kind, kind) == 0)
      return _(headings[i].title);
  return "";
}

static GtkWidget *
line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
result_row (const PatalSearchHit *hit, const PatalFound *found)
{
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  const char *first = hindi ? found->name_hi : found->name_en;
  const char *second = hindi ? found->name_en : found->name_hi;
  g_autoptr (GString) name = g_string_new (*first != '\0' ? first : second);
  g_autoptr (GString) more = g_string_new (*found->note != '\0' ? found->note : found->block);
  g_autofree char *says = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (*first != '\0' && *second != '\0')
    g_string_append_printf (name, "  %s", second);
  if (*found->code != '\0')
    g_string_append_printf (more, more->len > 0 ? " · %s" : "%s", found->code);
  gtk_box_append (GTK_BOX (box), line (name->str, NULL));
  if (more->len > 0)
    {
      GtkWidget *below = line (more->str, "dim-label");

      gtk_widget_add_css_class (below, "caption");
      gtk_box_append (GTK_BOX (box), below);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  says = g_strdup_printf ("%s, %s", name->str, more->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) hit->kind); /* a literal of the concern */
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&hit->id, sizeof hit->id), g_free);
  return row;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, G_GNUC_UNUSED gpointer user_data)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  GtkWidget *heading = NULL;

  if (before == NULL || g_strcmp0 (kind, g_object_get_data (G_OBJECT (before), "kind")) != 0)
    {
      heading = line (heading_of (kind), "heading");
      gtk_widget_set_margin_start (heading, 12);
      gtk_widget_set_margin_top (heading, 8);
      gtk_widget_set_margin_bottom (heading, 2);
    }
  gtk_list_box_row_set_header (row, heading);
}

static void
clear_list (PatalSearchButton *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
say (PatalSearchButton *self, const char *sentence)
{
  gtk_label_set_text (self->hint, sentence);
  gtk_stack_set_visible_child_name (self->stack, "hint");
}

/* The hits come best first; a group stands where its best hit does. */
static void
show_hits (PatalSearchButton *self, GArray *hits)
{
  PatalDb *reader = patal_document_reader (self->document);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    if (!g_ptr_array_find (kinds, g_array_index (hits, PatalSearchHit, i).kind, NULL))
      g_ptr_array_add (kinds, (gpointer) g_array_index (hits, PatalSearchHit, i).kind);
  for (guint k = 0; k < kinds->len; k++)
    for (guint i = 0; i < hits->len; i++)
      {
        const PatalSearchHit *hit = &g_array_index (hits, PatalSearchHit, i);
        g_auto (PatalFound) found = { 0 };

        if (hit->kind == g_ptr_array_index (kinds, k) && patal_desk_found (reader, hit, patal_settings_lang (), &found, NULL))
          gtk_list_box_append (self->list, result_row (hit, &found));
      }
}

static void
search_changed_cb (PatalSearchButton *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = NULL;

  clear_list (self);
  if (self->document == NULL || *typed == '\0')
    {
      say (self, _("Type the beginning of a name, in Hindi or in English letters, an LGD code or a mobile number."));
      return;
    }
  hits = patal_search (patal_document_reader (self->document), typed, NULL, MOST_HITS, &error);
  if (hits == NULL)
    {
      say (self, error->message);
      return;
    }
  show_hits (self, hits);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    {
      say (self, _("Nothing found. Try fewer letters, or another spelling."));
      return;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, "results");
}

static void
row_activated_cb (PatalSearchButton *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  gint64 chosen = *id;

  gtk_popover_popdown (self->popover); /* empties the list, and with it the row */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", kind, chosen);
}

static void
entry_activate_cb (PatalSearchButton *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_search_cb (PatalSearchButton *self)
{
  gtk_popover_popdown (self->popover);
}

static void
popover_map_cb (PatalSearchButton *self)
{
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  search_changed_cb (self);
}

/* Arrow down goes from the entry into the list, where a screen reader reads each row. */
static gboolean
entry_key_cb (G_GNUC_UNUSED GtkEventControllerKey *controller, guint keyval, G_GNUC_UNUSED guint keycode,
              G_GNUC_UNUSED GdkModifierType state, gpointer user_data)
{
  PatalSearchButton *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (keyval != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

void
patal_search_button_set_document (PatalSearchButton *self, PatalDocument *document)
{
  g_set_object (&self->document, document);
}

void
patal_search_button_popup (PatalSearchButton *self)
{
  gtk_menu_button_popup (self->button);
}

static void
patal_search_button_dispose (GObject *object)
{
  PatalSearchButton *self = PATAL_SEARCH_BUTTON (object);

  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_SEARCH_BUTTON);
  G_OBJECT_CLASS (patal_search_button_parent_class)->dispose (object);
}

static void
patal_search_button_class_init (PatalSearchButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_search_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-search-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalSearchButton, button);
  gtk_widget_class_bind_template_child (widget_class, PatalSearchButton, popover);
  gtk_widget_class_bind_template_child (widget_class, PatalSearchButton, entry);
  gtk_widget_class_bind_template_child (widget_class, PatalSearchButton, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalSearchButton, hint);
  gtk_widget_class_bind_template_child (widget_class, PatalSearchButton, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
}

static void
patal_search_button_init (PatalSearchButton *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}
