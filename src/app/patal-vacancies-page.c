/* patal-vacancies-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-vacancies-page.h"
#include "patal-vacancy.h"
#include "patal-number.h"
#include "patal-row-list.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalVacanciesPage
{
  AdwBin         parent_instance;
  PatalRowList  *list;
  PatalDocument *document;
  gint64         scope;
};

G_DEFINE_FINAL_TYPE (PatalVacanciesPage, patal_vacancies_page, ADW_TYPE_BIN)

static const PatalRowColumnPair names = { PATAL_VACANCY_COL_NAME_HI, PATAL_VACANCY_COL_NAME_EN };
static const PatalRowColumnPair blocks = { PATAL_VACANCY_COL_BLOCK_HI, PATAL_VACANCY_COL_BLOCK_EN };
static const PatalRowColumnPair vacant = { PATAL_VACANCY_COL_VACANT_HI, PATAL_VACANCY_COL_VACANT_EN };
static const PatalRowColumnPair covered = { PATAL_VACANCY_COL_COVERED_HI, PATAL_VACANCY_COL_COVERED_EN };

static void
add_columns (PatalVacanciesPage *self)
{
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  const struct { const char *title; const PatalRowColumnPair *pair; int sort, width; } columns[] = {
    { _("Place"), &names, hindi ? PATAL_VACANCY_SORT_NAME_HI : PATAL_VACANCY_SORT_NAME_EN, 170 },
    { _("Block"), &blocks, PATAL_VACANCY_SORT_BLOCK, 120 },
    { _("Vacant"), &vacant, PATAL_ROW_COLUMN_UNSORTED, -220 },
    { _("Covered by additional charge"), &covered, PATAL_ROW_COLUMN_UNSORTED, -220 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = patal_row_column_append (patal_row_list_get_view (self->list), columns[i].title,
                                                             PATAL_ROW_COLUMN_TEXT, patal_row_column_name, columns[i].pair,
                                                             columns[i].sort);

      gtk_column_view_column_set_fixed_width (column, ABS (columns[i].width));
      gtk_column_view_column_set_expand (column, columns[i].width < 0); /* at least as wide, and grows */
    }
}

static gpointer
ids_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_vacancy_ids (db, data, error);
}

static void
load (PatalVacanciesPage *self)
{
  PatalVacancyFilter *filter = g_new0 (PatalVacancyFilter, 1);
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  gboolean descending = FALSE;
  static const PatalVacancyWhich which[] = { PATAL_VACANCY_BOTH, PATAL_VACANCY_VACANT, PATAL_VACANCY_COVERED };
  int sort = hindi ? PATAL_VACANCY_SORT_NAME_HI : PATAL_VACANCY_SORT_NAME_EN;

  patal_row_column_order (patal_row_list_get_view (self->list), &sort, &descending);
  *filter = (PatalVacancyFilter) { .within = self->scope, .which = which[patal_row_list_get_filter (self->list)], .sort = sort,
                                   .descending = descending };
  patal_row_list_load (self->list, ids_job, filter, g_free);
}

static void
changed_cb (PatalVacanciesPage *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (patal_document_touches (touched, "posting") || patal_document_touches (touched, "person")
      || patal_document_touches (touched, "post") || patal_document_touches (touched, "unit"))
    load (self);
}

static char *
count_words (guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s place", "%s places", n), number);
}

static void
opened_cb (PatalVacanciesPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-posts", "x", id);
}

void
patal_vacancies_page_set_scope (PatalVacanciesPage *self, gint64 scope, const char *name)
{
  patal_row_list_set_title (self->list, name != NULL ? name : _("All blocks"));
  self->scope = scope;
  load (self);
}

GtkWidget *
patal_vacancies_page_new (PatalDocument *document)
{
  PatalVacanciesPage *self = g_object_new (PATAL_TYPE_VACANCIES_PAGE, NULL);
  const char *filters[] = { _("Vacant or covered"), _("Vacant only"), _("Covered only"), NULL };

  self->document = g_object_ref (document);
  self->list = patal_row_list_new (document, patal_vacancy_row_sql, _("Vacant posts"));
  patal_row_list_set_filters (self->list, filters);
  patal_row_list_set_empty (self->list, "emblem-ok-symbolic", _("No Post Is Vacant"),
                            _("Every post that is expected here is held by somebody today."), NULL);
  patal_row_list_set_counter (self->list, count_words);
  add_columns (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "refresh", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_vacancies_page_dispose (GObject *object)
{
  g_clear_object (&PATAL_VACANCIES_PAGE (object)->document);
  G_OBJECT_CLASS (patal_vacancies_page_parent_class)->dispose (object);
}

static void
patal_vacancies_page_class_init (PatalVacanciesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_vacancies_page_dispose;
}

static void
patal_vacancies_page_init (G_GNUC_UNUSED PatalVacanciesPage *self)
{
}
