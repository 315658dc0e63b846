/* patal-venues-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-venues-page.h"
#include "patal-venue-dialog.h"
#include "patal-venue.h"
#include "patal-number.h"
#include "patal-row-list.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalVenuesPage
{
  AdwBin         parent_instance;
  PatalRowList  *list;
  PatalDocument *document;
  gint64         scope;
};

G_DEFINE_FINAL_TYPE (PatalVenuesPage, patal_venues_page, ADW_TYPE_BIN)

static const PatalRowColumnPair names = { PATAL_VENUE_COL_NAME_HI, PATAL_VENUE_COL_NAME_EN };
static const PatalRowColumnPair units = { PATAL_VENUE_COL_UNIT_HI, PATAL_VENUE_COL_UNIT_EN };
static const PatalRowColumnPair blocks = { PATAL_VENUE_COL_BLOCK_HI, PATAL_VENUE_COL_BLOCK_EN };

static char *
yes_no (PatalRow *row, gconstpointer column)
{
  return g_strdup (patal_row_int (row, GPOINTER_TO_UINT (column)) != 0 ? _("Yes") : _("No"));
}

static void
add_columns (PatalVenuesPage *self)
{
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  const struct { const char *title; PatalRowColumnKind kind; PatalRowColumnFunc func; gconstpointer data; int sort, width; } columns[] = {
    { _("Name"), PATAL_ROW_COLUMN_TEXT, patal_row_column_name, &names, hindi ? PATAL_VENUE_SORT_NAME_HI : PATAL_VENUE_SORT_NAME_EN, -210 },
    { _("Place"), PATAL_ROW_COLUMN_TEXT, patal_row_column_name, &units, hindi ? PATAL_VENUE_SORT_PLACE_HI : PATAL_VENUE_SORT_PLACE_EN, 140 },
    { _("Block"), PATAL_ROW_COLUMN_TEXT, patal_row_column_name, &blocks, PATAL_ROW_COLUMN_UNSORTED, 120 },
    { _("Seats"), PATAL_ROW_COLUMN_NUMBER, patal_row_column_number, GUINT_TO_POINTER (PATAL_VENUE_COL_CAPACITY), PATAL_VENUE_SORT_CAPACITY, 70 },
    { _("Halls"), PATAL_ROW_COLUMN_NUMBER, patal_row_column_number, GUINT_TO_POINTER (PATAL_VENUE_COL_HALLS), PATAL_ROW_COLUMN_UNSORTED, 60 },
    { _("Projector"), PATAL_ROW_COLUMN_TEXT, yes_no, GUINT_TO_POINTER (PATAL_VENUE_COL_PROJECTOR), PATAL_ROW_COLUMN_UNSORTED, 84 },
    { _("Toilet"), PATAL_ROW_COLUMN_TEXT, yes_no, GUINT_TO_POINTER (PATAL_VENUE_COL_TOILET), PATAL_ROW_COLUMN_UNSORTED, 74 },
    { _("Contact"), PATAL_ROW_COLUMN_TEXT, patal_row_column_text, GUINT_TO_POINTER (PATAL_VENUE_COL_CONTACT), PATAL_ROW_COLUMN_UNSORTED, 130 },
    { _("Mobile"), PATAL_ROW_COLUMN_TEXT, patal_row_column_text, GUINT_TO_POINTER (PATAL_VENUE_COL_MOBILE), PATAL_ROW_COLUMN_UNSORTED, 110 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = patal_row_column_append (patal_row_list_get_view (self->list), columns[i].title, columns[i].kind,
                                                             columns[i].func, columns[i].data, columns[i].sort);

      gtk_column_view_column_set_fixed_width (column, ABS (columns[i].width));
      gtk_column_view_column_set_expand (column, columns[i].width < 0); /* at least as wide, and grows */
    }
}

static gpointer
ids_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_venue_ids (db, data, error);
}

static void
load (PatalVenuesPage *self)
{
  PatalVenueFilter *filter = g_new0 (PatalVenueFilter, 1);
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  gboolean descending = FALSE;
  static const int seats[] = { 0, 30, 50, 100 };
  int sort = hindi ? PATAL_VENUE_SORT_NAME_HI : PATAL_VENUE_SORT_NAME_EN;

  patal_row_column_order (patal_row_list_get_view (self->list), &sort, &descending);
  *filter = (PatalVenueFilter) { .within = self->scope, .seats = seats[patal_row_list_get_filter (self->list)], .sort = sort,
                                 .descending = descending };
  patal_row_list_load (self->list, ids_job, filter, g_free);
}

static void
changed_cb (PatalVenuesPage *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (patal_document_touches (touched, "venue") || patal_document_touches (touched, "unit"))
    load (self);
}

static char *
count_words (guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s venue", "%s venues", n), number);
}

static void
opened_cb (PatalVenuesPage *self, gint64 id)
{
  patal_venue_dialog_show (GTK_WIDGET (self), self->document, id, 0);
}

static void
add_cb (PatalVenuesPage *self)
{
  patal_venue_dialog_show (GTK_WIDGET (self), self->document, 0, self->scope);
}

void
patal_venues_page_set_scope (PatalVenuesPage *self, gint64 scope, const char *name)
{
  patal_row_list_set_title (self->list, name != NULL ? name : _("All blocks"));
  self->scope = scope;
  load (self);
}

void
patal_venues_page_select (PatalVenuesPage *self, gint64 id)
{
  patal_row_list_set_filter (self->list, 0);
  patal_row_list_select (self->list, id);
}

GtkWidget *
patal_venues_page_new (PatalDocument *document)
{
  PatalVenuesPage *self = g_object_new (PATAL_TYPE_VENUES_PAGE, NULL);
  const char *filters[] = { _("All"), _("30 seats and more"), _("50 seats and more"), _("100 seats and more"), NULL };

  self->document = g_object_ref (document);
  self->list = patal_row_list_new (document, patal_venue_row_sql, _("Training venues"));
  patal_row_list_set_filters (self->list, filters);
  patal_row_list_set_add (self->list, _("Add a training venue"));
  patal_row_list_set_empty (self->list, "user-home-symbolic", _("No Training Venue Yet"),
                            _("Import the list of halls and panchayat buildings, or add them one by one with +."), "venues");
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
patal_venues_page_dispose (GObject *object)
{
  g_clear_object (&PATAL_VENUES_PAGE (object)->document);
  G_OBJECT_CLASS (patal_venues_page_parent_class)->dispose (object);
}

static void
patal_venues_page_class_init (PatalVenuesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_venues_page_dispose;
}

static void
patal_venues_page_init (G_GNUC_UNUSED PatalVenuesPage *self)
{
}
