/* patal-section-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-section-list.h"
#include <glib/gi18n.h>

struct _PatalSectionList
{
  AdwBin              parent_instance;
  GtkListBox         *rows;
  const PatalSection *sections;
  guint               n_sections;
  const char         *section; /* the id of one of them; NULL before the first is chosen */
};

G_DEFINE_FINAL_TYPE (PatalSectionList, patal_section_list, ADW_TYPE_BIN)

enum { PROP_0, PROP_SECTION, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
row_of (const PatalSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name (section->icon);
  GtkWidget *label = gtk_label_new (_(section->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (section->keys != NULL)
    {
      /* Translators: the name of a section, and the keys that lead to it */
      g_autofree char *tip = g_strdup_printf (_("%s (%s)"), _(section->title), section->keys);

      gtk_widget_set_tooltip_text (row, tip);
    }
  else
    gtk_widget_set_tooltip_text (row, _(section->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(section->title), -1);
  return row;
}

void
patal_section_list_set_sections (PatalSectionList *self, const PatalSection *sections, guint n)
{
  self->sections = sections;
  self->n_sections = n;
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->rows, row_of (&sections[i]));
}

const char *
patal_section_list_get_section (PatalSectionList *self)
{
  return self->section;
}

void
patal_section_list_set_section (PatalSectionList *self, const char *section)
{
  guint i = 0;

  while (i < self->n_sections && g_strcmp0 (self->sections[i].id, section) != 0)
    i++;
  gtk_list_box_select_row (self->rows, gtk_list_box_get_row_at_index (self->rows, i < self->n_sections ? (int) i : 0));
}

static void
selected_cb (PatalSectionList *self, GtkListBoxRow *row)
{
  const char *section = row != NULL ? self->sections[gtk_list_box_row_get_index (row)].id : self->section;

  if (section == self->section)
    return;
  self->section = section;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECTION]);
}

static void
patal_section_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SECTION)
    g_value_set_string (value, PATAL_SECTION_LIST (object)->section);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_section_list_class_init (PatalSectionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_section_list_get_property;
  props[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
patal_section_list_init (PatalSectionList *self)
{
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sections"), -1);
  g_signal_connect_object (self->rows, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}
