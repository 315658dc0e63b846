/* patal-board-choice.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-choice.h"
#include "patal-drop-down.h"
#include "patal-settings.h"
#include <glib/gi18n.h>
#include <math.h>

#define SETTLED_MS 300 /* after the last key in the entry */
#define SAME_MM 0.5

struct _PatalBoardSizeChoice
{
  AdwBin       parent_instance;
  GtkDropDown *sizes;
  GtkEntry    *entry;
  guint        settle_id;
  char        *own_size;  /* (nullable): what the button shows of the first choice */
  gboolean     naming;    /* a title changes, and no choice */
};

G_DEFINE_FINAL_TYPE (PatalBoardSizeChoice, patal_board_size_choice, ADW_TYPE_BIN)

static guint changed_signal;

static const char *const usual[] = { "5x4 ft", "3x2 ft", "a4", "a3" };
#define OF_RECORD 0
#define OTHER (G_N_ELEMENTS (usual) + 1)

static gboolean
is_other (PatalBoardSizeChoice *self)
{
  return gtk_drop_down_get_selected (self->sizes) == OTHER;
}

/* @style: "error" or "warning"; both NULL: nothing is wrong. */
static void
mark (PatalBoardSizeChoice *self, const char *style, const char *sentence)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "warning");
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, style != NULL ? "dialog-warning-symbolic" : NULL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (style == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), style);
  gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

void
patal_board_size_choice_warn (PatalBoardSizeChoice *self, const char *sentence)
{
  double width_mm, height_mm;

  if (patal_board_size_choice_get (self, &width_mm, &height_mm) && sentence != NULL)
    mark (self, "warning", sentence);
}

void
patal_board_size_choice_name_own (PatalBoardSizeChoice *self, const char *words, const char *size)
{
  GtkStringList *titles = GTK_STRING_LIST (gtk_drop_down_get_model (self->sizes));
  guint chosen = gtk_drop_down_get_selected (self->sizes);

  if (g_str_equal (gtk_string_list_get_string (titles, OF_RECORD), words))
    return;
  g_free (self->own_size);
  self->own_size = g_strdup (size);
  self->naming = TRUE;
  gtk_string_list_splice (titles, OF_RECORD, 1, (const char *const[]) { words, NULL });
  gtk_drop_down_set_selected (self->sizes, chosen);
  self->naming = FALSE;
}

gboolean
patal_board_size_choice_get (PatalBoardSizeChoice *self, double *width_mm, double *height_mm)
{
  guint chosen = gtk_drop_down_get_selected (self->sizes);
  const char *text = is_other (self) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : NULL;
  g_autoptr (GError) error = NULL;

  *width_mm = *height_mm = 0;
  mark (self, NULL, NULL);
  if (chosen == OF_RECORD || chosen > OTHER)
    return TRUE;
  if (patal_board_size_parse (text != NULL ? text : usual[chosen - 1], width_mm, height_mm, &error))
    return TRUE;
  mark (self, "error", error->message);
  return FALSE;
}

void
patal_board_size_choice_set (PatalBoardSizeChoice *self, double width_mm, double height_mm)
{
  guint chosen = width_mm > 0 ? OTHER : OF_RECORD;

  for (guint i = 0; width_mm > 0 && i < G_N_ELEMENTS (usual); i++)
    {
      double width, height;

      if (patal_board_size_parse (usual[i], &width, &height, NULL) && fabs (width - width_mm) < SAME_MM && fabs (height - height_mm) < SAME_MM)
        chosen = i + 1;
    }
  if (chosen == OTHER)
    {
      g_autofree char *text = g_strdup_printf ("%.0fx%.0f mm", width_mm, height_mm);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
    }
  gtk_drop_down_set_selected (self->sizes, chosen);
}

static gboolean
settled_cb (gpointer user_data)
{
  PatalBoardSizeChoice *self = user_data;

  self->settle_id = 0;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (PatalBoardSizeChoice *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLED_MS, settled_cb, self);
}

static void
chosen_cb (PatalBoardSizeChoice *self)
{
  if (self->naming)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->entry), is_other (self));
  g_signal_emit (self, changed_signal, 0);
}

static void
patal_board_size_choice_dispose (GObject *object)
{
  PatalBoardSizeChoice *self = PATAL_BOARD_SIZE_CHOICE (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  G_OBJECT_CLASS (patal_board_size_choice_parent_class)->dispose (object);
}

static void
patal_board_size_choice_finalize (GObject *object)
{
  g_free (PATAL_BOARD_SIZE_CHOICE (object)->own_size);
  G_OBJECT_CLASS (patal_board_size_choice_parent_class)->finalize (object);
}

static void
patal_board_size_choice_class_init (PatalBoardSizeChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_board_size_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_board_size_choice_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkStringList *
size_titles (void)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  /* Translators: a choice of sizes: every board in the one that its first print, its record or its template has */
  gtk_string_list_append (titles, _("Each its own size"));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      double width, height;

      patal_board_size_parse (usual[i], &width, &height, NULL);
      gtk_string_list_take (titles, patal_board_size_format (width, height, patal_settings_lang ()));
    }
  gtk_string_list_append (titles, _("Another size…"));
  return titles;
}

static void
bind_button_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  PatalBoardSizeChoice *self = user_data;
  gboolean own = gtk_drop_down_get_selected (self->sizes) == OF_RECORD && self->own_size != NULL;
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), own ? self->own_size : text);
}

static void
setup_button_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
shorten_button (PatalBoardSizeChoice *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  patal_drop_down_shorten (self->sizes);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_button_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_button_cb), self, 0);
  gtk_drop_down_set_factory (self->sizes, factory);
}

static void
patal_board_size_choice_init (PatalBoardSizeChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6); /* beside each other they are too wide for 1024 pixels */
  g_autoptr (GtkStringList) titles = size_titles ();

  self->sizes = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (titles)), NULL));
  shorten_button (self);
  patal_drop_down_set_name (self->sizes, _("Size of the board"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sizes), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Size of the board"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sizes), _("Size of the board"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->sizes), TRUE);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "1000x700 mm");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Width and height, in mm or ft"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), _("Width and height, in mm or ft"));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sizes));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->sizes, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

void
patal_board_lang_fill (GtkDropDown *choice)
{
  const char *const titles[] = { _("Hindi"), _("English"), _("Hindi and English"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (titles);

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  patal_drop_down_shorten (choice);
  patal_drop_down_set_name (choice, _("Language of the board"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Language of the board"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (choice), _("Language of the board"));
}
