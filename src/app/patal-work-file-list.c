/* patal-work-file-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-file-list.h"
#include "patal-work-doc-row.h"
#include <glib/gi18n.h>

struct _PatalWorkFileList
{
  AdwBin         parent_instance;
  GtkLabel      *count;
  GtkLevelBar   *level;
  GtkListBox    *list;
  PatalDocument *document;
  gint64         work;
  char          *name; /* the work's, as the journal calls it */
  gboolean       editable;
};

G_DEFINE_FINAL_TYPE (PatalWorkFileList, patal_work_file_list, ADW_TYPE_BIN)

static PatalWorkDocRow *
row_at (PatalWorkFileList *self, guint index)
{
  return PATAL_WORK_DOC_ROW (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static const PatalDocType *
type_of (const GPtrArray *types, gint64 id)
{
  for (guint i = 0; i < types->len; i++)
    if (((PatalDocType *) g_ptr_array_index (types, i))->id == id)
      return g_ptr_array_index (types, i);
  return NULL;
}

static void
show_count (PatalWorkFileList *self, const GPtrArray *docs)
{
  PatalWorkFileCount count = { 0 };
  g_autofree char *words = NULL;
  int tenths;

  for (guint i = 0; i < docs->len; i++)
    {
      const PatalWorkDoc *doc = g_ptr_array_index (docs, i);

      count.applicable += doc->applicable != FALSE;
      count.available += doc->available != FALSE;
    }
  tenths = patal_work_file_tenths (&count);
  /* Translators: of the documents that apply to a work, how many are in its file: "14 of 20 documents · 70.0 %" */
  words = g_strdup_printf (_("%u of %u documents · %d.%d %%"), count.available, count.applicable, tenths / 10, tenths % 10);
  gtk_label_set_text (self->count, words);
  gtk_level_bar_set_value (self->level, tenths);
}

/* Only one row is open, so that what is typed stands in one place. */
static void
expanded_cb (PatalWorkDocRow *row, G_GNUC_UNUSED GParamSpec *pspec, gpointer user_data)
{
  PatalWorkFileList *self = user_data;
  PatalWorkDocRow *other;

  if (!patal_work_doc_row_get_expanded (row))
    {
      if (!patal_work_doc_row_leave (row))
        patal_work_doc_row_set_expanded (row, TRUE);
      return;
    }
  for (guint i = 0; (other = row_at (self, i)) != NULL; i++)
    if (other != row && patal_work_doc_row_get_expanded (other))
      {
        patal_work_doc_row_set_expanded (other, FALSE);
        if (patal_work_doc_row_get_expanded (other)) /* what is typed there is wrong */
          patal_work_doc_row_set_expanded (row, FALSE);
      }
}

static void
fit_rows (PatalWorkFileList *self, guint n)
{
  GtkListBoxRow *row;
  guint have = 0;

  while (row_at (self, have) != NULL)
    have++;
  for (; have < n; have++)
    {
      GtkWidget *added = patal_work_doc_row_new (self->document);

      patal_work_doc_row_set_editable (PATAL_WORK_DOC_ROW (added), self->editable);
      g_signal_connect_object (added, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
      gtk_list_box_append (self->list, added);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
reload (PatalWorkFileList *self)
{
  PatalDb *reader = patal_document_reader (self->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) docs = patal_work_docs (reader, self->work, &error);
  g_autoptr (GPtrArray) types = docs != NULL ? patal_doc_types (reader, &error) : NULL;

  if (types == NULL)
    {
      patal_document_complain (self->document, error);
      return;
    }
  fit_rows (self, docs->len);
  for (guint i = 0; i < docs->len; i++)
    {
      const PatalWorkDoc *doc = g_ptr_array_index (docs, i);
      const PatalDocType *type = type_of (types, doc->type);

      if (type != NULL) /* both were read in one go: there always is one */
        patal_work_doc_row_set_doc (row_at (self, i), doc, i + 1, type, self->name);
    }
  show_count (self, docs);
}

static PatalWorkDocRow *
open_row (PatalWorkFileList *self)
{
  PatalWorkDocRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    if (patal_work_doc_row_get_expanded (row))
      return row;
  return NULL;
}

void
patal_work_file_list_set_work (PatalWorkFileList *self, const PatalWork *work)
{
  PatalWorkDocRow *open = work->id != self->work ? open_row (self) : NULL;

  g_free (self->name);
  self->name = g_strdup (work->name_hi != NULL ? work->name_hi : work->name_en);
  self->work = work->id;
  if (self->work != 0)
    reload (self);
  if (open != NULL)
    patal_work_doc_row_set_expanded (open, FALSE);
}

gboolean
patal_work_file_list_leave (PatalWorkFileList *self)
{
  PatalWorkDocRow *open = open_row (self);

  return open == NULL || patal_work_doc_row_leave (open);
}

static void
row_activated_cb (G_GNUC_UNUSED PatalWorkFileList *self, PatalWorkDocRow *row)
{
  patal_work_doc_row_set_expanded (row, !patal_work_doc_row_get_expanded (row));
}

static void
changed_cb (PatalWorkFileList *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (self->work != 0 && (patal_document_touches (touched, "work_doc") || patal_document_touches (touched, "work_doc_type")))
    reload (self);
}

void
patal_work_file_list_set_editable (PatalWorkFileList *self, gboolean editable)
{
  PatalWorkDocRow *row;

  self->editable = editable;
  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    patal_work_doc_row_set_editable (row, editable);
}

GtkWidget *
patal_work_file_list_new (PatalDocument *document)
{
  PatalWorkFileList *self = g_object_new (PATAL_TYPE_WORK_FILE_LIST, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_work_file_list_dispose (GObject *object)
{
  g_clear_object (&PATAL_WORK_FILE_LIST (object)->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_WORK_FILE_LIST);
  G_OBJECT_CLASS (patal_work_file_list_parent_class)->dispose (object);
}

static void
patal_work_file_list_finalize (GObject *object)
{
  g_free (PATAL_WORK_FILE_LIST (object)->name);
  G_OBJECT_CLASS (patal_work_file_list_parent_class)->finalize (object);
}

static void
patal_work_file_list_class_init (PatalWorkFileListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_work_file_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_work_file_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-work-file-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalWorkFileList, count);
  gtk_widget_class_bind_template_child (widget_class, PatalWorkFileList, level);
  gtk_widget_class_bind_template_child (widget_class, PatalWorkFileList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
patal_work_file_list_init (PatalWorkFileList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
