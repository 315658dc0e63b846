/* patal-batches-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batches-page.h"
#include "patal-batch-pane.h"
#include "patal-batch-sheet.h"
#include "patal-batch-sheet-words.h"
#include "patal-number.h"
#include "patal-row-list.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

typedef enum { SHOW_ALL, SHOW_TO_COME, SHOW_BEGUN, SHOW_HELD, SHOW_UNDATED, SHOW_CANCELLED, N_SHOWS } Show;

struct _PatalBatchesPage
{
  AdwBin          parent_instance;
  PatalRowList   *list;
  PatalBatchPane *pane;
  PatalDocument  *document;
  gint64          scope, training;
};

G_DEFINE_FINAL_TYPE (PatalBatchesPage, patal_batches_page, ADW_TYPE_BIN)

/* --- which ones --- */

typedef struct
{
  PatalBatchFilter filter;
  Show             show;
  PatalDay         today;
} Query;

/* Without those that were held: by the filter they stand in the other list. */
static GArray *
without (GArray *ids, const GArray *others)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (known, &g_array_index (others, gint64, i));
  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_contains (known, &g_array_index (ids, gint64, i)))
      g_array_append_val (rest, g_array_index (ids, gint64, i));
  return rest;
}

static gpointer
ids_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Query *query = data;
  PatalBatchFilter *filter = &query->filter, held;
  g_autoptr (GArray) ids = NULL, others = NULL;

  filter->status = query->show == SHOW_HELD ? PATAL_BATCH_HELD : query->show == SHOW_CANCELLED ? PATAL_BATCH_CANCELLED : PATAL_BATCH_ANY_STATUS;
  filter->undated = query->show == SHOW_UNDATED;
  if (query->show == SHOW_TO_COME)
    filter->span = (PatalSpan) { query->today + 1, patal_day_from_ymd (9999, 12, 31) };
  else if (query->show == SHOW_BEGUN)
    filter->span = (PatalSpan) { patal_day_from_ymd (1900, 1, 1), query->today };
  ids = patal_batch_ids (db, filter, error);
  if (ids == NULL || (query->show != SHOW_BEGUN && query->show != SHOW_UNDATED))
    return g_steal_pointer (&ids);
  held = *filter;
  held.status = query->show == SHOW_BEGUN ? PATAL_BATCH_HELD : PATAL_BATCH_CANCELLED;
  others = patal_batch_ids (db, &held, error);
  return others != NULL ? without (ids, others) : NULL;
}

static void
load (PatalBatchesPage *self)
{
  Query *query = g_new (Query, 1);
  gboolean descending = FALSE;
  int sort = PATAL_BATCH_SORT_START;

  patal_row_column_order (patal_row_list_get_view (self->list), &sort, &descending);
  *query = (Query) { .filter = { .training = self->training, .within = self->scope, .sort = (PatalBatchSort) sort, .descending = descending },
                     .show = (Show) patal_row_list_get_filter (self->list), .today = patal_day_today () };
  patal_row_list_load (self->list, ids_job, query, g_free);
}

static void
changed_cb (PatalBatchesPage *self, GStrv tables)
{
  static const char *const ours[] = { "batch", "batch_change", "nomination", "cluster", "course_module", "unit", "venue" };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (patal_document_touches ((const char *const *) tables, ours[i]))
      {
        load (self);
        return;
      }
}

static char *
count_words (guint n, G_GNUC_UNUSED gpointer data)
{
  g_autofree char *number = patal_number_group (n);

  return g_strdup_printf (ngettext ("%s batch", "%s batches", n), number);
}

/* --- what a row says --- */

/* "जैजैपुर · क्लस्टर 3" */
static char *
place_of (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  static const PatalRowColumnPair places = { PATAL_BATCH_COL_PLACE_HI, PATAL_BATCH_COL_PLACE_EN };
  static const PatalRowColumnPair clusters = { PATAL_BATCH_COL_CLUSTER_HI, PATAL_BATCH_COL_CLUSTER_EN };
  static const PatalRowColumnPair modules = { PATAL_BATCH_COL_MODULE_HI, PATAL_BATCH_COL_MODULE_EN };
  g_autofree char *place = patal_row_column_name (row, &places), *name = patal_row_column_name (row, &clusters);
  g_autofree char *module = patal_row_int (row, PATAL_BATCH_COL_N_MODULES) > 1 ? patal_row_column_name (row, &modules) : NULL;
  g_autofree char *cluster = name != NULL ? g_strdup (name) : g_strdup_printf (_("Cluster %d"), (int) patal_row_int (row, PATAL_BATCH_COL_CLUSTER_NO));

  return g_strdup_printf ("%s · %s%s%s", place, cluster, module != NULL ? " · " : "", module != NULL ? module : "");
}

static PatalSpan
span_of (PatalRow *row)
{
  return (PatalSpan) { patal_day_from_iso (patal_row_text (row, PATAL_BATCH_COL_START)), patal_day_from_iso (patal_row_text (row, PATAL_BATCH_COL_END)) };
}

/* "20–21.04.2026"; the whole of both where they are of two months. */
static char *
days_of (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  PatalSpan span = span_of (row);
  int year[2], month[2], day[2];
  g_autofree char *last = NULL;

  if (span.from == PATAL_DAY_NONE)
    return NULL;
  last = patal_day_format (span.to);
  patal_day_to_ymd (span.from, &year[0], &month[0], &day[0]);
  patal_day_to_ymd (span.to, &year[1], &month[1], &day[1]);
  if (span.from == span.to)
    return g_steal_pointer (&last);
  if (year[0] == year[1] && month[0] == month[1])
    return g_strdup_printf ("%02d–%s", day[0], last);
  return g_strdup_printf ("%02d.%02d–%s", day[0], month[0], last);
}

static char *
state_of (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  const char *id = patal_row_text (row, PATAL_BATCH_COL_STATUS);
  PatalBatchStatus status = 0;

  while (status < PATAL_N_BATCH_STATUSES - 1 && g_strcmp0 (id, patal_batch_status_id (status)) != 0)
    status++;
  return g_strdup (patal_batch_state_word (status, span_of (row), patal_day_today ()));
}

static void
add_columns (PatalBatchesPage *self)
{
  GtkColumnView *view = patal_row_list_get_view (self->list);
  int place = patal_settings_lang () == PATAL_LANG_HI ? PATAL_BATCH_SORT_PLACE_HI : PATAL_BATCH_SORT_PLACE_EN;
  GtkColumnViewColumn *column;

  column = patal_row_column_append (view, _("No."), PATAL_ROW_COLUMN_NUMBER, patal_row_column_number, GUINT_TO_POINTER (PATAL_BATCH_COL_NO),
                                    PATAL_BATCH_SORT_NO);
  gtk_column_view_column_set_fixed_width (column, 52);
  column = patal_row_column_append (view, _("Place"), PATAL_ROW_COLUMN_TEXT, place_of, NULL, place);
  gtk_column_view_column_set_expand (column, TRUE);
  column = patal_row_column_append (view, _("Days"), PATAL_ROW_COLUMN_TEXT, days_of, NULL, PATAL_BATCH_SORT_START);
  gtk_column_view_column_set_fixed_width (column, 118);
  column = patal_row_column_append (view, _("People"), PATAL_ROW_COLUMN_NUMBER, patal_row_column_number, GUINT_TO_POINTER (PATAL_BATCH_COL_HEADS),
                                    PATAL_ROW_COLUMN_UNSORTED);
  gtk_column_view_column_set_fixed_width (column, 52);
  column = patal_row_column_append (view, _("Status"), PATAL_ROW_COLUMN_TEXT, state_of, NULL, PATAL_ROW_COLUMN_UNSORTED);
  gtk_column_view_column_set_fixed_width (column, 104);
}

/* --- which is chosen --- */

static void
chosen_cb (PatalBatchesPage *self, gint64 id)
{
  patal_batch_pane_show (self->pane, id);
}

static void
opened_cb (PatalBatchesPage *self, gint64 id)
{
  if (patal_batch_pane_show (self->pane, id))
    patal_batch_pane_take_focus (self->pane);
}

static void
show_title (PatalBatchesPage *self, const char *place)
{
  g_autofree char *title = place != NULL ? g_strdup_printf ("%s – %s", _("Batches"), place) : g_strdup (_("Batches"));

  patal_row_list_set_title (self->list, title);
}

void
patal_batches_page_set_scope (GtkWidget *page, gint64 unit, const char *name)
{
  PatalBatchesPage *self = PATAL_BATCHES_PAGE (page);

  self->scope = unit;
  show_title (self, name);
  load (self);
}

void
patal_batches_page_set_training (GtkWidget *page, gint64 training)
{
  PatalBatchesPage *self = PATAL_BATCHES_PAGE (page);

  self->training = training;
  load (self);
}

void
patal_batches_page_select (GtkWidget *page, gint64 batch)
{
  PatalBatchesPage *self = PATAL_BATCHES_PAGE (page);

  patal_row_list_set_filter (self->list, SHOW_ALL);
  patal_row_list_select (self->list, batch);
  patal_batch_pane_show (self->pane, batch);
}

gboolean
patal_batches_page_leave (GtkWidget *page)
{
  return patal_batch_pane_leave (PATAL_BATCHES_PAGE (page)->pane);
}

GtkWidget *
patal_batches_page_new (PatalDocument *document)
{
  PatalBatchesPage *self = g_object_new (PATAL_TYPE_BATCHES_PAGE, NULL);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  const char *const filters[N_SHOWS + 1] = {
    /* Translators: which batches a list shows */
    [SHOW_ALL] = _("All batches"), [SHOW_TO_COME] = _("To come"), [SHOW_BEGUN] = _("Begun, not closed"), [SHOW_HELD] = _("Held"),
    [SHOW_UNDATED] = _("Without a day"), [SHOW_CANCELLED] = _("Cancelled"),
  };

  self->document = g_object_ref (document);
  self->list = patal_row_list_new (document, patal_batch_row_sql, _("Batches"));
  self->pane = PATAL_BATCH_PANE (patal_batch_pane_new (document));
  show_title (self, NULL);
  add_columns (self);
  patal_row_list_set_filters (self->list, filters);
  patal_row_list_set_counter (self->list, count_words, NULL);
  patal_row_list_set_empty (self->list, "view-list-bullet-symbolic", _("No Batch Yet"), _("Plan a training: its batches come with the plan."), NULL);
  g_object_set (paned, "start-child", self->list, "end-child", self->pane, "shrink-start-child", FALSE, "shrink-end-child", FALSE,
                "resize-start-child", FALSE, "position", 470, NULL);
  adw_bin_set_child (ADW_BIN (self), paned);
  g_signal_connect_object (self->list, "refresh", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_batches_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&PATAL_BATCHES_PAGE (object)->document);
  G_OBJECT_CLASS (patal_batches_page_parent_class)->dispose (object);
}

static void
patal_batches_page_class_init (PatalBatchesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_batches_page_dispose;
}

static void
patal_batches_page_init (G_GNUC_UNUSED PatalBatchesPage *self)
{
}
