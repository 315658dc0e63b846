/* patal-left-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-left-list.h"
#include "patal-drop-down.h"
#include "patal-number.h"
#include "patal-row-header.h"
#include <glib/gi18n.h>

/* A row of the list; what it says belongs to the scene. */
#define PATAL_TYPE_LEFT_ROW (patal_left_row_get_type ())
G_DECLARE_FINAL_TYPE (PatalLeftRow, patal_left_row, PATAL, LEFT_ROW, GObject)

struct _PatalLeftRow
{
  GObject                    parent_instance;
  const PatalSaturationLeft *left;
};

G_DEFINE_FINAL_TYPE (PatalLeftRow, patal_left_row, G_TYPE_OBJECT)

static void
patal_left_row_class_init (G_GNUC_UNUSED PatalLeftRowClass *klass)
{
}

static void
patal_left_row_init (G_GNUC_UNUSED PatalLeftRow *row)
{
}

struct _PatalLeftList
{
  AdwBin                      parent_instance;
  GtkLabel                   *title, *counter;
  GtkDropDown                *reasons;
  GtkStack                   *stack;
  GtkColumnView              *view;
  GListStore                 *rows;
  const PatalSaturationScene *scene; /* (nullable) */
  gint64                      place;
};

G_DEFINE_FINAL_TYPE (PatalLeftList, patal_left_list, ADW_TYPE_BIN)

/* --- columns --- */

static const char *
say_name (const PatalSaturationLeft *left)
{
  return left->person;
}

static const char *
say_post (const PatalSaturationLeft *left)
{
  return left->post;
}

static const char *
say_unit (const PatalSaturationLeft *left)
{
  return left->unit;
}

static const char *
say_block (const PatalSaturationLeft *left)
{
  return left->block;
}

static const char *
say_reason (const PatalSaturationLeft *left)
{
  return _(patal_left_reason_title (left->own.reason));
}

typedef const char *(*Say) (const PatalSaturationLeft *left);
static const struct { const char *title; Say say; int width; gboolean grows; } columns[] = {
  { N_("Name"), say_name, 190, TRUE },
  { N_("Post"), say_post, 170, FALSE },
  { N_("Gram panchayat"), say_unit, 150, TRUE },
  { N_("Block"), say_block, 120, FALSE },
  { N_("Reason"), say_reason, 200, FALSE },
};

static void
setup_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item, G_GNUC_UNUSED gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, G_GNUC_UNUSED gpointer user_data)
{
  Say say = columns[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"))].say;
  PatalLeftRow *row = gtk_list_item_get_item (item);
  const char *text = say (row->left);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "—");
  gtk_widget_set_tooltip_text (label, text);
}

static GtkColumnView *
view_new (GListStore *rows)
{
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (rows)));
  GtkColumnView *view;

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_reorderable (view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who is left"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title), factory);

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_expand (column, columns[i].grows);
      gtk_column_view_append_column (view, column);
    }
  patal_row_header_take_keys (view);
  return view;
}

/* --- what is shown --- */

static gboolean
is_shown (PatalLeftList *self, const PatalSaturationLeft *left)
{
  guint filter = gtk_drop_down_get_selected (self->reasons); /* 0: any */

  return (self->place == 0 || left->own.place == self->place) && (filter == 0 || left->own.reason == (PatalLeftReason) (filter - 1));
}

static void
show_head (PatalLeftList *self, guint people, guint vacant)
{
  const PatalSaturationBlock *block = self->place != 0 ? patal_saturation_scene_block (self->scene, self->place) : NULL;
  /* Translators: %s is a block */
  g_autofree char *title = block != NULL ? g_strdup_printf (_("Who is left in %s"), block->name) : g_strdup (_("Who is left"));
  g_autofree char *people_number = patal_number_group (people), *vacant_number = patal_number_group (vacant);
  g_autofree char *people_words = g_strdup_printf (ngettext ("%s person", "%s people", people), people_number);
  /* Translators: %s is a number */
  g_autofree char *vacant_words = g_strdup_printf (ngettext ("%s vacant post", "%s vacant posts", vacant), vacant_number);
  g_autofree char *words = g_strdup_printf ("%s · %s", people_words, vacant_words);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->counter, words);
  gtk_stack_set_visible_child_name (self->stack, people + vacant > 0 ? "list" : "none");
}

static void
show_rows (PatalLeftList *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint vacant = 0;

  for (guint i = 0; self->scene != NULL && i < self->scene->left->len; i++)
    {
      const PatalSaturationLeft *left = self->scene->left->pdata[i];
      PatalLeftRow *row;

      if (!is_shown (self, left))
        continue;
      row = g_object_new (PATAL_TYPE_LEFT_ROW, NULL);
      row->left = left;
      g_ptr_array_add (rows, row);
      vacant += left->own.reason == PATAL_LEFT_VACANT;
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  if (self->scene != NULL)
    show_head (self, rows->len - vacant, vacant);
}

void
patal_left_list_set_scene (PatalLeftList *self, const PatalSaturationScene *scene, gint64 place)
{
  self->scene = scene;
  self->place = place;
  show_rows (self);
}

GtkWidget *
patal_left_list_new (void)
{
  return g_object_new (PATAL_TYPE_LEFT_LIST, NULL);
}

/* --- the object --- */

static void
patal_left_list_dispose (GObject *object)
{
  PatalLeftList *self = PATAL_LEFT_LIST (object);

  self->scene = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (patal_left_list_parent_class)->dispose (object);
}

static void
patal_left_list_class_init (PatalLeftListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_left_list_dispose;
}

static GtkDropDown *
reasons_new (void)
{
  GtkStringList *names = gtk_string_list_new ((const char *[]) { _("Every reason"), NULL });
  GtkDropDown *reasons;

  for (int reason = 0; reason < PATAL_N_LEFT_REASONS; reason++)
    gtk_string_list_append (names, _(patal_left_reason_title ((PatalLeftReason) reason)));
  reasons = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reasons), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  patal_drop_down_set_name (reasons, _("Reason"));
  gtk_widget_set_valign (GTK_WIDGET (reasons), GTK_ALIGN_CENTER);
  return reasons;
}

static GtkWidget *
head_new (PatalLeftList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->counter = GTK_LABEL (gtk_label_new (NULL));
  self->reasons = reasons_new ();
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_xalign (self->counter, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "dim-label");
  gtk_widget_add_css_class (head, "page-head");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->counter));
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->reasons));
  g_signal_connect_object (self->reasons, "notify::selected", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  return head;
}

static void
patal_left_list_init (PatalLeftList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new (), *none = gtk_label_new (_("Nobody"));

  self->rows = g_list_store_new (PATAL_TYPE_LEFT_ROW);
  self->view = view_new (self->rows);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (none, "dim-label");
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, none, "none");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}
