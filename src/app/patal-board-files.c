/* patal-board-files.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-files.h"
#include "patal-desk.h"
#include "patal-out-set.h"
#include "patal-pages-picture.h"
#include "patal-work-list.h"
#include <math.h>

#define PICTURE_PX 1600 /* the longer side: what a telephone shows well, and sends */

PatalBoardTask *
patal_board_task_new (const PatalBoardOrder *order, GArray *works, const char *path)
{
  PatalBoardTask *task = g_new (PatalBoardTask, 1);

  *task = (PatalBoardTask) { *order, works != NULL ? g_array_ref (works) : NULL, g_strdup (path) };
  return task;
}

void
patal_board_task_free (PatalBoardTask *task)
{
  g_clear_pointer (&task->works, g_array_unref);
  g_free (task->path);
  g_free (task);
}

void
patal_board_made_free (PatalBoardMade *made)
{
  if (made == NULL)
    return;
  patal_pages_unref (made->pages);
  patal_board_tally_clear (&made->tally);
  g_free (made->path);
  g_free (made->size_warning);
  g_free (made);
}

gboolean
patal_board_order_issues (const PatalBoardOrder *order)
{
  return order->kind == PATAL_BOARD_FULL || order->kind == PATAL_BOARD_PAINTER;
}

/* (transfer full) */
static GArray *
works_of (const PatalBoardTask *task, PatalDb *db, GError **error)
{
  const PatalWorkFilter all = { .kind = -1, .status = -1,
                                .sort = task->order.lang == PATAL_BOARD_EN ? PATAL_WORK_SORT_GP_EN : PATAL_WORK_SORT_GP_HI };

  return task->works != NULL ? g_array_ref (task->works) : patal_work_ids (db, &all, error);
}

#define IDS(works) ((const gint64 *) (gconstpointer) (works)->data)

gpointer
patal_board_make_pages (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const PatalBoardTask *task = data;
  g_autoptr (GArray) works = works_of (task, db, error);
  g_autoptr (PatalBoardMade) made = g_new0 (PatalBoardMade, 1);

  if (works != NULL)
    made->pages = patal_board_pages (db, IDS (works), works->len, &task->order, &made->tally, progress, error);
  if (made->pages != NULL && !patal_board_warn_of_size (db, *IDS (works), &task->order, &made->size_warning, error))
    return NULL;
  return made->pages != NULL ? g_steal_pointer (&made) : NULL;
}

gpointer
patal_board_write_file (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const PatalBoardTask *task = data;
  g_autoptr (GArray) works = works_of (task, db, error);
  g_autoptr (PatalBoardMade) made = g_new0 (PatalBoardMade, 1);

  if (works == NULL || !patal_board_write_pdf (db, IDS (works), works->len, &task->order, task->path, &made->tally, progress, error))
    return NULL;
  made->path = g_strdup (task->path);
  return g_steal_pointer (&made);
}

static gboolean
write_picture (const PatalPages *pages, guint page, const char *path, GError **error)
{
  PatalSheetSize size = patal_pages_size (pages);
  double scale = PICTURE_PX / MAX (size.width, size.height);

  return patal_pages_picture_write_png (pages, page, (int) lround (size.width * scale), (int) lround (size.height * scale), path, error);
}

/* "बम्हनीडीह - तालाब गहरीकरण": works of one name lie in many panchayats. */
static char *
picture_name (PatalDb *db, gint64 work, const PatalPages *pages)
{
  g_auto (PatalFound) found = { 0 };

  if (!patal_desk_found (db, &(PatalSearchHit) { work, "work" }, PATAL_LANG_HI, &found, NULL) || *found.note == '\0')
    return g_strdup (patal_pages_title (pages));
  return g_strdup_printf ("%s - %s", found.note, patal_pages_title (pages));
}

static gboolean
add_pictures (PatalDb *db, gint64 work, const PatalBoardOrder *order, PatalOutSet *set, PatalBoardMade *made, GError **error)
{
  g_auto (PatalBoardTally) own = { 0 };
  g_autoptr (GError) failure = NULL;
  g_autoptr (PatalPages) pages = patal_board_pages (db, &work, 1, order, &own, NULL, &failure);
  g_autofree char *name = NULL;

  if (patal_board_is_left_out (failure))
    return TRUE;
  if (pages == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  name = picture_name (db, work, pages);
  for (guint page = 0; page < patal_pages_count (pages); page++)
    {
      g_autofree char *path = patal_out_set_add (set, name, ".png");

      if (!write_picture (pages, page, path, error))
        return FALSE;
    }
  made->tally.n_boards++;
  made->tally.n_pages += patal_pages_count (pages);
  return TRUE;
}

gpointer
patal_board_write_pictures (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const PatalBoardTask *task = data;
  g_autoptr (GArray) works = works_of (task, db, error);
  g_autoptr (PatalOutSet) set = works != NULL ? patal_out_set_new (task->path, error) : NULL;
  g_autoptr (PatalBoardMade) made = g_new0 (PatalBoardMade, 1);

  if (set == NULL)
    return NULL;
  for (guint i = 0; i < works->len; i++)
    if (!patal_progress_step (progress, i, works->len, error)
        || !add_pictures (db, g_array_index (works, gint64, i), &task->order, set, made, error))
      return NULL;
  if (!patal_board_tally_check (&made->tally, error) || !patal_out_set_finish (set, error))
    return NULL;
  made->path = g_strdup (task->path);
  return g_steal_pointer (&made);
}

gpointer
patal_board_keep_first (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const PatalBoardTask *task = data;
  g_autoptr (GArray) works = works_of (task, db, error);

  return works != NULL && patal_board_issue (db, IDS (works), works->len, &task->order, NULL, progress, error) ? GINT_TO_POINTER (TRUE) : NULL;
}
