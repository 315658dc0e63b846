/* patal-batch-deed.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-deed.h"
#include <glib/gi18n.h>

typedef enum { PUBLISH, FINISH, PIN, UNPIN, CALL, WITHDRAW } Kind;

typedef struct
{
  Kind     kind;
  gint64   batch, nomination;
  char    *no, *person;      /* for the journal; @person (nullable) */
  PatalDay today;
  guint    added, withdrawn; /* by CALL */
} Deed;

static Deed *
deed_new (Kind kind, const PatalBatch *batch)
{
  Deed *deed = g_new0 (Deed, 1);

  *deed = (Deed) { .kind = kind, .batch = batch->id, .no = g_strdup_printf ("%d", batch->no), .today = patal_day_today () };
  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->no);
  g_free (deed->person);
  g_free (deed);
}

static gboolean
edit (PatalDb *db, gpointer data, GError **error)
{
  Deed *deed = data;

  switch (deed->kind)
    {
    case PUBLISH:
      return patal_batch_publish (db, &deed->batch, 1, error);
    case FINISH:
      return patal_batch_finish (db, deed->batch, deed->today, error);
    case PIN:
    case UNPIN:
      return patal_batch_pin (db, deed->batch, deed->kind == PIN, error);
    case CALL:
      return patal_nominate_from_postings (db, deed->batch, deed->today, &deed->added, &deed->withdrawn, error);
    case WITHDRAW:
      return patal_withdraw (db, deed->nomination, NULL, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What it did, for CALL; else an empty sentence. */
static char *
words_of (const Deed *deed)
{
  g_autofree char *added = NULL, *withdrawn = NULL;

  if (deed->kind != CALL)
    return g_strdup ("");
  added = g_strdup_printf (ngettext ("%u person nominated", "%u people nominated", deed->added), deed->added);
  withdrawn = g_strdup_printf (ngettext ("%u withdrawn", "%u withdrawn", deed->withdrawn), deed->withdrawn);
  return g_strdup_printf ("%s · %s", added, withdrawn);
}

static gpointer
job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Deed *deed = data;
  const PatalLabel *labels[] = {
    [PUBLISH] = PATAL_LABEL (N_("Published batch {1}"), deed->no),
    [FINISH] = PATAL_LABEL (N_("Batch {1} was held"), deed->no),
    [PIN] = PATAL_LABEL (N_("Pinned batch {1}"), deed->no),
    [UNPIN] = PATAL_LABEL (N_("Unpinned batch {1}"), deed->no),
    [CALL] = PATAL_LABEL (N_("Nominated by posts for batch {1}"), deed->no),
    [WITHDRAW] = PATAL_LABEL (N_("Withdrew {2} from batch {1}"), deed->no, deed->person),
  };

  return patal_db_edit (db, labels[deed->kind], edit, data, error) ? words_of (deed) : NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (words == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
  else if (*words != '\0')
    patal_document_say (PATAL_DOCUMENT (source), words);
}

static void
run (PatalDocument *document, Deed *deed)
{
  patal_document_write_async (document, job, deed, deed_free, g_free, NULL, done_cb, NULL);
}

void
patal_batch_deed_publish (PatalDocument *document, const PatalBatch *batch)
{
  run (document, deed_new (PUBLISH, batch));
}

void
patal_batch_deed_finish (PatalDocument *document, const PatalBatch *batch)
{
  run (document, deed_new (FINISH, batch));
}

void
patal_batch_deed_pin (PatalDocument *document, const PatalBatch *batch)
{
  run (document, deed_new (batch->pinned ? UNPIN : PIN, batch));
}

void
patal_batch_deed_call (PatalDocument *document, const PatalBatch *batch)
{
  run (document, deed_new (CALL, batch));
}

void
patal_batch_deed_withdraw (PatalDocument *document, const PatalBatchSheet *sheet, gint64 nomination)
{
  Deed *deed = deed_new (WITHDRAW, &sheet->batch);

  deed->nomination = nomination;
  for (guint i = 0; i < sheet->people->len && deed->person == NULL; i++)
    {
      const PatalBatchPerson *person = g_ptr_array_index (sheet->people, i);

      if (person->nomination->id == nomination)
        deed->person = g_strdup (person->name);
    }
  run (document, deed);
}
