/* patal-people-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-people-page.h"
#include "patal-person-dialog.h"
#include "patal-person.h"
#include "patal-number.h"
#include "patal-row-list.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalPeoplePage
{
  AdwBin         parent_instance;
  PatalRowList  *list;
  PatalDocument *document;
  gint64         scope;
};

G_DEFINE_FINAL_TYPE (PatalPeoplePage, patal_people_page, ADW_TYPE_BIN)

static const PatalRowColumnPair names = { PATAL_PERSON_COL_NAME_HI, PATAL_PERSON_COL_NAME_EN };
static const PatalRowColumnPair posts = { PATAL_PERSON_COL_POST_HI, PATAL_PERSON_COL_POST_EN };
static const PatalRowColumnPair units = { PATAL_PERSON_COL_UNIT_HI, PATAL_PERSON_COL_UNIT_EN };
static const PatalRowColumnPair blocks = { PATAL_PERSON_COL_BLOCK_HI, PATAL_PERSON_COL_BLOCK_EN };

/* "मूल", or "अतिरिक्त"; and how many additional charges besides. */
static char *
charge_text (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  const char *charge = patal_row_text (row, PATAL_PERSON_COL_CHARGE);
  gint64 more = patal_row_int (row, PATAL_PERSON_COL_N_ADDITIONAL);

  if (charge == NULL)
    return NULL;
  if (g_str_equal (charge, "additional"))
    return g_strdup (_("Additional"));
  if (more > 0) /* Translators: of a post: the main charge, and %d additional ones */
    return g_strdup_printf (_("Main + %d additional"), (int) more);
  return g_strdup (_("Main"));
}

static GtkColumnViewColumn *
add_column (PatalPeoplePage *self, const char *title, PatalRowColumnFunc func, gconstpointer data, int sort, int width)
{
  GtkColumnViewColumn *column = patal_row_column_append (patal_row_list_get_view (self->list), title, PATAL_ROW_COLUMN_TEXT, func,
                                                         data, sort);

  gtk_column_view_column_set_fixed_width (column, ABS (width));
  gtk_column_view_column_set_expand (column, width < 0); /* at least as wide, and grows */
  return column;
}

static void
add_columns (PatalPeoplePage *self)
{
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;

  add_column (self, _("Name"), patal_row_column_name, &names, hindi ? PATAL_PERSON_SORT_NAME_HI : PATAL_PERSON_SORT_NAME_EN, -190);
  add_column (self, _("Post"), patal_row_column_name, &posts, PATAL_PERSON_SORT_POST, 190);
  add_column (self, _("Place"), patal_row_column_name, &units, hindi ? PATAL_PERSON_SORT_PLACE_HI : PATAL_PERSON_SORT_PLACE_EN,
              150);
  add_column (self, _("Block"), patal_row_column_name, &blocks, PATAL_ROW_COLUMN_UNSORTED, 120);
  add_column (self, _("Charge"), charge_text, NULL, PATAL_ROW_COLUMN_UNSORTED, 130);
  add_column (self, _("Mobile"), patal_row_column_text, GUINT_TO_POINTER (PATAL_PERSON_COL_MOBILE), PATAL_ROW_COLUMN_UNSORTED, 110);
}

static gpointer
ids_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_person_ids (db, data, error);
}

static void
load (PatalPeoplePage *self)
{
  PatalPersonFilter *filter = g_new0 (PatalPersonFilter, 1);
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  gboolean descending = FALSE;
  int sort = hindi ? PATAL_PERSON_SORT_NAME_HI : PATAL_PERSON_SORT_NAME_EN;

  patal_row_column_order (patal_row_list_get_view (self->list), &sort, &descending);
  *filter = (PatalPersonFilter) { .within = self->scope, .which = patal_row_list_get_filter (self->list), .sort = sort,
                                  .descending = descending };
  patal_row_list_load (self->list, ids_job, filter, g_free);
}

static void
changed_cb (PatalPeoplePage *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (patal_document_touches (touched, "person") || patal_document_touches (touched, "posting")
      || patal_document_touches (touched, "unit"))
    load (self);
}

static char *
count_words (guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s person", "%s people", n), number);
}

static void
opened_cb (PatalPeoplePage *self, gint64 id)
{
  patal_person_dialog_show (GTK_WIDGET (self), self->document, id);
}

static void
add_cb (PatalPeoplePage *self)
{
  patal_person_dialog_show (GTK_WIDGET (self), self->document, 0);
}

void
patal_people_page_set_scope (PatalPeoplePage *self, gint64 scope, const char *name)
{
  patal_row_list_set_title (self->list, name != NULL ? name : _("All blocks"));
  self->scope = scope;
  load (self);
}

void
patal_people_page_select (PatalPeoplePage *self, gint64 id)
{
  patal_row_list_set_filter (self->list, 0);
  patal_row_list_select (self->list, id);
}

GtkWidget *
patal_people_page_new (PatalDocument *document)
{
  PatalPeoplePage *self = g_object_new (PATAL_TYPE_PEOPLE_PAGE, NULL);
  const char *filters[] = { _("All"), _("With main charge"), _("With additional charge"), _("Without a post"), _("Without mobile"),
                            NULL };

  self->document = g_object_ref (document);
  self->list = patal_row_list_new (document, patal_person_row_sql, _("People"));
  patal_row_list_set_filters (self->list, filters);
  patal_row_list_set_add (self->list, _("Add a person"));
  patal_row_list_set_empty (self->list, "system-users-symbolic", _("No Person Yet"),
                            _("Import the list of your secretaries, sarpanches and staff, or add them one by one with +."), "people");
  patal_row_list_set_counter (self->list, count_words);
  add_columns (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "refresh", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_people_page_dispose (GObject *object)
{
  g_clear_object (&PATAL_PEOPLE_PAGE (object)->document);
  G_OBJECT_CLASS (patal_people_page_parent_class)->dispose (object);
}

static void
patal_people_page_class_init (PatalPeoplePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_people_page_dispose;
}

static void
patal_people_page_init (G_GNUC_UNUSED PatalPeoplePage *self)
{
}
