/* board-out.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-out.h"
#include "patal-out-set.h"
#include "patal-pages-picture.h"
#include "patal-unit.h"
#include <math.h>

/* Works one after the other that stand in one file. */
typedef struct
{
  gint64 unit;
  guint  first, n;
} Part;

static PatalLang
lang_of (const PatalBoardOrder *order)
{
  return order->lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI;
}

/* --- What is told of several files --- */

static void
add_tally (PatalBoardTally *all, PatalBoardTally *part)
{
  all->n_boards += part->n_boards;
  all->n_pages += part->n_pages;
  all->office |= part->office;
  for (guint i = 0; i < PATAL_BOARD_N_TOLD; i++)
    all->told[i] += part->told[i];
  if (part->notes == NULL)
    return;
  if (all->notes == NULL)
    all->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < part->notes->len && all->notes->len < PATAL_BOARD_MOST_NOTES; i++)
    g_ptr_array_add (all->notes, g_strdup (part->notes->pdata[i]));
}

/* A file of which every board is left out is not written; where that is true of all files, it is an error. */
static gboolean
is_left_out (GError **failure)
{
  if (!patal_board_is_left_out (*failure))
    return FALSE;
  g_clear_error (failure);
  return TRUE;
}

/* --- PDF files of parts --- */

static gboolean
find_unit (PatalDb *db, gint64 work_id, BoardSplit split, gint64 *unit, GError **error)
{
  g_auto (PatalWork) work = { 0 };
  g_auto (PatalUnit) gp = { 0 };

  if (!patal_work_load (db, work_id, &work, error))
    return FALSE;
  *unit = work.gp;
  if (split == BOARD_SPLIT_GP)
    return TRUE;
  if (!patal_unit_load (db, work.gp, &gp, error))
    return FALSE;
  *unit = gp.parent;
  return TRUE;
}

static GArray *
find_parts (PatalDb *db, const GArray *works, BoardSplit split, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < works->len; i++)
    {
      Part part = { .first = i, .n = 1 };
      Part *last = parts->len > 0 ? &g_array_index (parts, Part, parts->len - 1) : NULL;

      if (!find_unit (db, g_array_index (works, gint64, i), split, &part.unit, error))
        return NULL;
      if (last != NULL && last->unit == part.unit)
        last->n++;
      else
        g_array_append_val (parts, part);
    }
  return g_steal_pointer (&parts);
}

/* (transfer full): a gram panchayat's begins with its block, so that a folder shows them together. */
static char *
name_of_unit (PatalDb *db, gint64 id, BoardSplit split, PatalLang lang)
{
  g_auto (PatalUnit) unit = { 0 };
  g_autofree char *name = patal_unit_name (db, id, lang), *block = NULL;

  if (split == BOARD_SPLIT_BLOCK || !patal_unit_load (db, id, &unit, NULL))
    return g_steal_pointer (&name);
  block = patal_unit_name (db, unit.parent, lang);
  return g_strdup_printf ("%s - %s", block, name);
}

static gboolean
write_part (PatalDb *db, const GArray *works, const Part *part, const PatalBoardOrder *order, const char *path, PatalBoardTally *tally,
            const PatalProgress *progress, GError **error)
{
  g_auto (PatalBoardTally) own = { 0 };
  g_autoptr (GError) failure = NULL;
  gboolean written = patal_board_write_pdf (db, &g_array_index (works, gint64, part->first), part->n, order, path, &own, progress, &failure);

  add_tally (tally, &own);
  if (written || is_left_out (&failure))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
write_parts (const BoardOut *out, PatalDb *db, const GArray *works, const PatalBoardOrder *order, PatalBoardTally *tally,
             const PatalProgress *progress, GError **error)
{
  g_autoptr (GArray) parts = find_parts (db, works, out->split, error);
  g_autoptr (PatalOutSet) set = parts != NULL ? patal_out_set_new (out->path, error) : NULL;

  if (set == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      g_autofree char *name = name_of_unit (db, part->unit, out->split, lang_of (order));
      g_autofree char *path = patal_out_set_add (set, name, ".pdf");
      PatalProgressPart of_all;

      if (!write_part (db, works, part, order, path, tally,
                       patal_progress_part (&of_all, progress, part->first / (double) works->len,
                                            (part->first + part->n) / (double) works->len), error))
        return FALSE;
    }
  return patal_board_tally_check (tally, error) && patal_out_set_finish (set, error);
}

/* --- Pictures --- */

static gboolean
write_picture (const BoardOut *out, const PatalPages *pages, guint page, const char *path, GError **error)
{
  PatalSheetSize size = patal_pages_size (pages);
  int height = (int) lround (out->width * size.height / size.width);

  return out->format == BOARD_SVG ? patal_pages_picture_write_svg (pages, page, path, error)
                                  : patal_pages_picture_write_png (pages, page, out->width, height, path, error);
}

static gboolean
add_pictures (const BoardOut *out, PatalDb *db, gint64 work, const PatalPages *pages, PatalLang lang, PatalOutSet *set, GError **error)
{
  const char *ending = out->format == BOARD_SVG ? ".svg" : ".png";
  g_autofree char *gp = NULL, *name = NULL;
  gint64 unit;

  if (!find_unit (db, work, BOARD_SPLIT_GP, &unit, error))
    return FALSE;
  gp = patal_unit_name (db, unit, lang);
  name = g_strdup_printf ("%s - %s", gp, patal_pages_title (pages));
  for (guint page = 0; page < patal_pages_count (pages); page++)
    {
      g_autofree char *path = patal_out_set_add (set, name, ending);

      if (!write_picture (out, pages, page, path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_pictures (const BoardOut *out, PatalDb *db, const GArray *works, const PatalBoardOrder *order, PatalBoardTally *tally,
                const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalOutSet) set = NULL;

  for (guint i = 0; i < works->len; i++)
    {
      const gint64 *work = &g_array_index (works, gint64, i);
      g_auto (PatalBoardTally) own = { 0 };
      g_autoptr (GError) failure = NULL;
      g_autoptr (PatalPages) pages = NULL;

      if (!patal_progress_step (progress, i, works->len, error))
        return FALSE;
      pages = patal_board_pages (db, work, 1, order, &own, NULL, &failure);
      add_tally (tally, &own);
      if (pages == NULL && is_left_out (&failure))
        continue;
      if (pages == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (works->len == 1 && patal_pages_count (pages) == 1)
        return write_picture (out, pages, 0, out->path, error);
      if (set == NULL)
        set = patal_out_set_new (out->path, error);
      if (set == NULL || !add_pictures (out, db, *work, pages, lang_of (order), set, error))
        return FALSE;
    }
  return patal_board_tally_check (tally, error) && patal_progress_step (progress, works->len, works->len, error)
         && patal_out_set_finish (set, error);
}

gboolean
board_out_write (const BoardOut *out, PatalDb *db, const GArray *works, const PatalBoardOrder *order, PatalBoardTally *tally,
                 const PatalProgress *progress, GError **error)
{
  *tally = (PatalBoardTally) { 0 };
  if (out->format != BOARD_PDF)
    return write_pictures (out, db, works, order, tally, progress, error);
  if (out->split != BOARD_SPLIT_NONE)
    return write_parts (out, db, works, order, tally, progress, error);
  return patal_board_write_pdf (db, (const gint64 *) works->data, works->len, order, out->path, tally, progress, error);
}
