/* patal-record-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-record-page.h"
#include "patal-row-list.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalRecordPage
{
  AdwBin                 parent_instance;
  PatalRowList          *list;
  PatalDocument         *document;
  const PatalRecordKind *kind;
  PatalRecordQuery      *asked; /* the newest, shared with its job; NULL before the first */
  gint64                 scope;
  gboolean               stale; /* it changed while the page was not to be seen */
};

G_DEFINE_FINAL_TYPE (PatalRecordPage, patal_record_page, ADW_TYPE_BIN)

typedef struct
{
  const PatalRecordKind *kind;
  PatalRecordQuery      *query;
} IdsJob;

static void
ids_job_free (gpointer data)
{
  IdsJob *job = data;

  g_atomic_rc_box_release (job->query);
  g_free (job);
}

static gpointer
ids_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  IdsJob *job = data;

  return job->kind->ids (db, job->query, error);
}

static int
in_language (int hi, int en)
{
  return patal_settings_lang () == PATAL_LANG_HI ? hi : en;
}

static void
load (PatalRecordPage *self)
{
  PatalRecordQuery *query = g_atomic_rc_box_new0 (PatalRecordQuery);
  IdsJob *job = g_new (IdsJob, 1);

  query->scope = self->scope;
  query->filter = patal_row_list_get_filter (self->list);
  query->sort = in_language (self->kind->sort_hi, self->kind->sort_en);
  patal_row_column_order (patal_row_list_get_view (self->list), &query->sort, &query->descending);
  *job = (IdsJob) { self->kind, g_atomic_rc_box_acquire (query) };
  g_clear_pointer (&self->asked, g_atomic_rc_box_release);
  self->asked = query;
  self->stale = FALSE;
  patal_row_list_load (self->list, ids_job, job, ids_job_free);
}

/* A list of a whole country takes its time: it is read when somebody looks. */
static void
load_when_seen (PatalRecordPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  else
    self->stale = TRUE;
}

static void
changed_cb (PatalRecordPage *self, GStrv tables)
{
  gboolean touched = FALSE;

  for (const char *const *table = self->kind->tables; *table != NULL && !touched; table++)
    touched = patal_document_touches ((const char *const *) tables, *table);
  if (touched)
    load_when_seen (self);
}

/* Those rows have come that were asked for last: an earlier question is cancelled by the next. */
static char *
count_words (guint n, gpointer data)
{
  PatalRecordPage *self = data;

  return self->kind->count_words (self->asked, n);
}

static void
opened_cb (PatalRecordPage *self, gint64 id)
{
  self->kind->open (GTK_WIDGET (self), self->document, id);
}

static void
add_cb (PatalRecordPage *self)
{
  self->kind->add (GTK_WIDGET (self), self->document, self->scope);
}

static void
add_columns (PatalRecordPage *self)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    {
      const PatalRecordColumn *spec = &self->kind->columns[i];
      GtkColumnViewColumn *column = patal_row_column_append (patal_row_list_get_view (self->list), _(spec->title), spec->kind, spec->func,
                                                             spec->data, in_language (spec->sort_hi, spec->sort_en));

      gtk_column_view_column_set_fixed_width (column, ABS (spec->width));
      gtk_column_view_column_set_expand (column, spec->width < 0);
    }
}

static void
add_filters (PatalRecordPage *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) translated = NULL;

  for (const char *const *filter = self->kind->filters; *filter != NULL; filter++)
    g_strv_builder_add (names, _(*filter));
  translated = g_strv_builder_end (names);
  patal_row_list_set_filters (self->list, (const char *const *) translated);
}

GtkColumnView *
patal_record_page_get_view (PatalRecordPage *self)
{
  return patal_row_list_get_view (self->list);
}

PatalDocument *
patal_record_page_get_document (PatalRecordPage *self)
{
  return self->document;
}

void
patal_record_page_set_scope (PatalRecordPage *self, gint64 scope, const char *name)
{
  patal_row_list_set_title (self->list, name != NULL ? name : _("All blocks"));
  self->scope = scope;
  load_when_seen (self);
}

void
patal_record_page_select (PatalRecordPage *self, gint64 id)
{
  patal_row_list_set_filter (self->list, 0);
  patal_row_list_select (self->list, id);
}

GtkWidget *
patal_record_page_new (PatalDocument *document, const PatalRecordKind *kind)
{
  PatalRecordPage *self = g_object_new (PATAL_TYPE_RECORD_PAGE, NULL);

  self->document = g_object_ref (document);
  self->kind = kind;
  self->stale = TRUE;
  self->list = patal_row_list_new (document, kind->row_sql, _(kind->name));
  add_filters (self);
  if (kind->add != NULL)
    patal_row_list_set_add (self->list, _(kind->add_title));
  patal_row_list_set_empty (self->list, kind->empty.icon, _(kind->empty.title), _(kind->empty.description), kind->empty.import);
  patal_row_list_set_counter (self->list, count_words, self);
  add_columns (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "refresh", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_record_page_map (GtkWidget *widget)
{
  PatalRecordPage *self = PATAL_RECORD_PAGE (widget);

  GTK_WIDGET_CLASS (patal_record_page_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

static void
patal_record_page_dispose (GObject *object)
{
  PatalRecordPage *self = PATAL_RECORD_PAGE (object);

  if (self->list != NULL)
    patal_row_list_set_counter (self->list, NULL, NULL); /* rows under way keep the list, not the page */
  self->list = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_pointer (&self->asked, g_atomic_rc_box_release);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_record_page_parent_class)->dispose (object);
}

static void
patal_record_page_class_init (PatalRecordPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_record_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = patal_record_page_map;
}

static void
patal_record_page_init (G_GNUC_UNUSED PatalRecordPage *self)
{
}
