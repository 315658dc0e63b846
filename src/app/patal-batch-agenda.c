/* patal-batch-agenda.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-agenda.h"
#include "patal-batch-colours.h"
#include "patal-batch-words.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

#define DAY_WIDTH_CHARS 22
#define MARK_PX 12

struct _PatalBatchAgenda
{
  AdwBin                 parent_instance;
  const PatalBatchScene *scene; /* (nullable) */
  GtkStack              *stack;
  GtkListView           *view;
  GtkStringList         *rows;  /* the place of each bar in the scene, as a number */
  gboolean               filling;
};

G_DEFINE_FINAL_TYPE (PatalBatchAgenda, patal_batch_agenda, ADW_TYPE_BIN)

static guint opened_signal, chosen_signal;

static const PatalSceneBar *
bar_at (PatalBatchAgenda *self, guint position)
{
  const char *text = gtk_string_list_get_string (self->rows, position);
  guint64 index;

  if (text == NULL || self->scene == NULL)
    return NULL;
  index = g_ascii_strtoull (text, NULL, 10);
  return index < self->scene->bars->len ? &g_array_index (self->scene->bars, PatalSceneBar, index) : NULL;
}

static void
draw_mark_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, G_GNUC_UNUSED gpointer user_data)
{
  const char *const none[] = { NULL };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (area), NULL);
  const PatalSceneBar *bar = g_object_get_data (G_OBJECT (area), "bar");

  if (bar != NULL)
    patal_batch_colours_draw (cr, layout, bar, &GRAPHENE_RECT_INIT (0, (float) (height - MARK_PX) / 2, (float) width, MARK_PX), none,
                              adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

static void
setup_cb (G_GNUC_UNUSED GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *day = gtk_label_new (NULL), *mark = gtk_drawing_area_new (), *words = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (day), 0);
  gtk_label_set_width_chars (GTK_LABEL (day), DAY_WIDTH_CHARS);
  gtk_widget_add_css_class (day, "numeric");
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (mark), MARK_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (mark), draw_mark_cb, NULL, NULL);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (PatalBatchAgenda *self, GtkListItem *item)
{
  GtkWidget *day = gtk_widget_get_first_child (gtk_list_item_get_child (item)), *mark = gtk_widget_get_next_sibling (day),
            *words = gtk_widget_get_next_sibling (mark);
  const PatalSceneBar *bar = bar_at (self, gtk_list_item_get_position (item));
  g_autofree char *shown = NULL, *line = NULL, *long_day = NULL;

  g_object_set_data (G_OBJECT (mark), "bar", (gpointer) bar);
  gtk_widget_queue_draw (mark);
  if (bar == NULL)
    return;
  long_day = patal_day_format (bar->bar.span.from);
  shown = g_strdup_printf ("%s, %s", long_day, patal_weekday_name (patal_day_weekday (bar->bar.span.from), patal_settings_lang ()));
  line = patal_batch_words_line (self->scene, bar);
  gtk_label_set_text (GTK_LABEL (day), shown);
  gtk_label_set_text (GTK_LABEL (words), line);
  gtk_widget_set_tooltip_text (words, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (item))), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
}

static void
activate_cb (PatalBatchAgenda *self, guint position)
{
  const PatalSceneBar *bar = bar_at (self, position);

  if (bar != NULL)
    g_signal_emit (self, opened_signal, 0, bar->bar.id);
}

static void
selected_cb (PatalBatchAgenda *self, G_GNUC_UNUSED GParamSpec *pspec, GtkSingleSelection *selection)
{
  const PatalSceneBar *bar = bar_at (self, gtk_single_selection_get_selected (selection));

  if (bar != NULL && !self->filling)
    g_signal_emit (self, chosen_signal, 0, bar->bar.id);
}

void
patal_batch_agenda_set_scene (PatalBatchAgenda *self, const PatalBatchScene *scene, PatalSpan span)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  self->filling = TRUE;
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), NULL);
  self->scene = scene;
  for (guint i = scene != NULL ? patal_batch_scene_from (scene, span.from) : 0; scene != NULL && i < scene->bars->len; i++)
    {
      const PatalSceneBar *bar = &g_array_index (scene->bars, PatalSceneBar, i);

      if (bar->bar.span.from > span.to)
        break;
      if (bar->bar.span.to >= span.from)
        g_ptr_array_add (rows, g_strdup_printf ("%u", i));
    }
  g_ptr_array_add (rows, NULL);
  gtk_string_list_splice (self->rows, 0, 0, (const char *const *) rows->pdata);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 1 ? "list" : "empty");
  self->filling = FALSE;
}

void
patal_batch_agenda_set_selected (PatalBatchAgenda *self, gint64 batch)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->view);

  self->filling = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    if (bar_at (self, i) != NULL && bar_at (self, i)->bar.id == batch)
      {
        gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), i);
        gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
        break;
      }
  self->filling = FALSE;
}

GtkWidget *
patal_batch_agenda_new (const char *name)
{
  PatalBatchAgenda *self = g_object_new (PATAL_TYPE_BATCH_AGENDA, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

static void
patal_batch_agenda_class_init (PatalBatchAgendaClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  opened_signal = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  chosen_signal = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
patal_batch_agenda_init (PatalBatchAgenda *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;
  GtkWidget *scroller = gtk_scrolled_window_new (), *empty = gtk_label_new (_("No batch on these days"));

  self->rows = gtk_string_list_new (NULL);
  selection = gtk_single_selection_new (G_LIST_MODEL (self->rows));
  gtk_single_selection_set_autoselect (selection, FALSE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (empty, "dim-label");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
