/* patal-demo-works.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-works.h"
#include "patal-board-record-private.h"
#include "patal-bulk.h"
#include "patal-demo-work.h"
#include "patal-demo.h"
#include "patal-work-file.h"
#include <glib/gi18n-lib.h>

#define LEAST_WORKS 7 /* of a gram panchayat; ten as a rule */
#define MOST_WORKS  13
#define FILED_BLOCK "Songarh" /* the one whose work files have been looked through */
#define LARGE_FROM_PAISE G_GINT64_CONSTANT (50000000) /* five lakh rupees: from there a board is 5 × 4 feet */

/* What boards and files go by. */
typedef struct
{
  gint64          id, total_paise, material_paise;
  PatalWorkKind   kind;
  PatalWorkStatus status;
  PatalDay        start, end;
  gboolean        has_place, converges, filed;
  guint           block_no;
  double          lat, lon;
} Known;

typedef struct
{
  PatalDemoWorks      *works;
  PatalDemoDice       *dice;
  GArray              *sites;  /* of PatalDemoSite */
  gint64               filed;  /* the block's id */
  GArray              *known;  /* of Known */
  PatalBulk           *bulk;   /* the edit's own */
  const PatalProgress *progress;
} Demo;

static void
demo_clear (Demo *demo)
{
  for (guint i = 0; demo->sites != NULL && i < demo->sites->len; i++)
    {
      g_free (g_array_index (demo->sites, PatalDemoSite, i).name_hi);
      g_free (g_array_index (demo->sites, PatalDemoSite, i).village);
    }
  g_clear_pointer (&demo->sites, g_array_unref);
  g_clear_pointer (&demo->known, g_array_unref);
  g_clear_pointer (&demo->works, patal_demo_works_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

static guint
roll (Demo *demo, guint sides)
{
  return patal_demo_roll (demo->dice, sides);
}

static gboolean
chance (Demo *demo, guint per_cent)
{
  return patal_demo_chance (demo->dice, per_cent);
}

static PatalDay
soon_after (Demo *demo, PatalDay day, guint least, guint most)
{
  PatalDay then = day + (PatalDay) (least + roll (demo, most - least + 1));

  return MIN (then, PATAL_DEMO_LAST_DAY);
}

static gboolean
read_sites (PatalDb *db, Demo *demo, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT gp.id, block.id, gp.name_hi, gp.pesa, gp.lat, gp.lon, gp.population, gp.sc, gp.st, block.name_en = ?1,"
    " coalesce (gp.name_hi, gp.name_en) FROM unit AS gp"
    " JOIN unit AS block ON block.id = gp.parent WHERE gp.level = 'gp' ORDER BY block.id, gp.id", PATAL_ARGS (PATAL_TEXT (FILED_BLOCK)));
  guint block_no = 0, no = 0;
  gint64 block = 0;

  demo->sites = g_array_new (FALSE, FALSE, sizeof (PatalDemoSite));
  while (patal_rows_next (&rows))
    {
      PatalDemoSite site = { .id = patal_rows_int (&rows, 0), .block = patal_rows_int (&rows, 1),
                             .name_hi = g_strdup (patal_rows_text (&rows, 2)), .pesa = patal_rows_int (&rows, 3) != 0,
                             .has_place = !patal_rows_null (&rows, 4), .lat = patal_rows_real (&rows, 4),
                             .lon = patal_rows_real (&rows, 5), .population = (guint) patal_rows_int (&rows, 6),
                             .sc = (guint) patal_rows_int (&rows, 7), .st = (guint) patal_rows_int (&rows, 8),
                             .village = g_strdup (patal_rows_text (&rows, 10)) };

      no = site.block != block ? 1 : no + 1;
      block_no += site.block != block;
      block = site.block;
      site.no = no;
      site.block_no = block_no;
      if (patal_rows_int (&rows, 9) != 0)
        demo->filed = block;
      g_array_append_val (demo->sites, site);
    }
  return patal_rows_finish (&rows, error);
}

/* ---- works ---- */

static gboolean
add_work (PatalDb *db, Demo *demo, const PatalDemoSite *site, GError **error)
{
  g_auto (PatalWork) work;
  Known known;

  patal_demo_works_throw (demo->works, site, &work);
  if (!patal_work_insert (db, &work, error))
    return FALSE;
  known = (Known) { .id = work.id, .total_paise = work.sanctioned.total_paise, .material_paise = work.sanctioned.material_paise,
                    .kind = work.kind, .status = work.status, .start = work.start, .end = work.end, .has_place = work.has_place,
                    .converges = work.convergence != NULL, .filed = site->block == demo->filed, .block_no = site->block_no,
                    .lat = work.lat, .lon = work.lon };
  g_array_append_val (demo->known, known);
  return TRUE;
}

static gboolean
works_cb (PatalDb *db, gpointer data, GError **error)
{
  Demo *demo = data;
  PatalProgressPart part;
  const PatalProgress *progress = patal_progress_part (&part, demo->progress, 0.0, 0.7);

  for (guint i = 0; i < demo->sites->len; i++)
    {
      const PatalDemoSite *site = &g_array_index (demo->sites, PatalDemoSite, i);

      for (guint n = LEAST_WORKS + roll (demo, MOST_WORKS - LEAST_WORKS + 1); n > 0; n--)
        if (!add_work (db, demo, site, error))
          return FALSE;
      if (!patal_progress_step (progress, i + 1, demo->sites->len, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- boards ---- */

static gboolean
settle (Demo *demo, guint least, const char *sql, GError **error)
{
  if (patal_bulk_n_rows (demo->bulk) < least)
    return TRUE;
  if (!patal_bulk_run (demo->bulk, sql, error))
    return FALSE;
  patal_bulk_clear (demo->bulk);
  return TRUE;
}

static guint32
throw_defects (Demo *demo)
{
  static const PatalDefect often[] = { PATAL_DEFECT_FIGURES,  PATAL_DEFECT_FIGURES,    PATAL_DEFECT_MISSING,  PATAL_DEFECT_MISSING,
                                       PATAL_DEFECT_MISSING,  PATAL_DEFECT_UNREADABLE, PATAL_DEFECT_DAMAGED,  PATAL_DEFECT_SIZE,
                                       PATAL_DEFECT_SPELLING, PATAL_DEFECT_SPELLING,   PATAL_DEFECT_PLACE,    PATAL_DEFECT_COLOURS,
                                       PATAL_DEFECT_LOGO,     PATAL_DEFECT_LOGO,       PATAL_DEFECT_POLITICIAN };
  guint32 defects = 1u << often[roll (demo, G_N_ELEMENTS (often))];

  if (chance (demo, 5))
    return 1u << PATAL_DEFECT_NOT_STANDING; /* built, says the file */
  return chance (demo, 30) ? defects | 1u << often[roll (demo, G_N_ELEMENTS (often))] : defects;
}

static const char boards_sql[] =
  "INSERT INTO board (id, work, width_mm, height_mm, built_on, place, lat, lon, correct, defects, defect_note, seen_on, seen_by)"
  " SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12 FROM patal_bulk";

static void
add_board (PatalDb *db, Demo *demo, const Known *work)
{
  gboolean large = work->kind == PATAL_WORK_COMMUNITY && work->total_paise >= LARGE_FROM_PAISE;
  PatalDay built_on = soon_after (demo, work->start, 0, 25), seen_on = soon_after (demo, built_on, 4, 160);
  gboolean seen = chance (demo, 66), wrong = chance (demo, 7 + work->block_no * 2);
  g_autofree char *built = patal_day_iso (built_on);
  g_autofree char *inspected = seen ? patal_day_iso (seen_on) : NULL;
  g_autofree char *defects = seen && wrong ? patal_board_defects_write (throw_defects (demo)) : NULL;
  const char *place = patal_demo_works_word (demo->works, work->kind == PATAL_WORK_COMMUNITY ? "spot" : "spot-individual", PATAL_LANG_HI);
  const char *by = patal_demo_works_word (demo->works, "inspector", PATAL_LANG_HI);
  const char *note = patal_demo_works_word (demo->works, "note", PATAL_LANG_HI);
  PatalBoardVerdict verdict = !seen ? PATAL_BOARD_PENDING : wrong ? PATAL_BOARD_WRONG : PATAL_BOARD_CORRECT;

  patal_bulk_add (demo->bulk, PATAL_ARGS (
    PATAL_INT (patal_db_new_id (db)), PATAL_INT (work->id), PATAL_REAL (large ? 1524 : 914), PATAL_REAL (large ? 1219 : 610),
    PATAL_TEXT (built), PATAL_TEXT (place), work->has_place ? PATAL_REAL (work->lat) : PATAL_NULL,
    work->has_place ? PATAL_REAL (work->lon) : PATAL_NULL, PATAL_TEXT (patal_board_verdict_id (verdict)), PATAL_TEXT (defects),
    PATAL_TEXT (defects != NULL && chance (demo, 40) ? note : NULL), PATAL_TEXT (inspected), PATAL_TEXT (seen ? by : NULL)));
}

static gboolean
boards_cb (PatalDb *db, gpointer data, GError **error)
{
  Demo *demo = data;
  g_autoptr (PatalBulk) bulk = patal_bulk_new (db, 13);

  demo->bulk = bulk;
  for (guint i = 0; i < demo->known->len; i++)
    {
      const Known *work = &g_array_index (demo->known, Known, i);

      if (work->start == PATAL_DAY_NONE || !chance (demo, work->status == PATAL_WORK_COMPLETED ? 88 : 68))
        continue;
      add_board (db, demo, work);
      if (!settle (demo, PATAL_BULK_ROWS, boards_sql, error))
        return FALSE;
    }
  return settle (demo, 1, boards_sql, error);
}

/* ---- work files ---- */

enum { CONVERGENCE = 7, MATERIAL = 15, ROYALTY = 18, PHOTOS = 19, BOARD = 20, AUDIT = 22 }; /* ranks of the checklist as it is shipped */

static const char docs_sql[] =
  "INSERT INTO work_doc (id, work, doc_type, applicable, available, page_from, page_to, verified_by, verified_on)"
  " SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8 FROM patal_bulk";

static gboolean
applies (const Known *work, int rank)
{
  if (rank == CONVERGENCE)
    return work->converges;
  return rank < MATERIAL || rank > ROYALTY || work->material_paise > 0;
}

/* Most documents of @per_cent; fewer photographs and audits. Of what is missing nothing is said. */
static void
add_file (PatalDb *db, Demo *demo, const Known *work, const GPtrArray *types, guint per_cent)
{
  const char *by = chance (demo, 60) ? patal_demo_works_word (demo->works, "inspector", PATAL_LANG_HI) : NULL;
  g_autofree char *on = by != NULL ? patal_day_iso (soon_after (demo, work->end, 15, 200)) : NULL;
  guint page = 1;

  for (guint i = 0; i < types->len; i++)
    {
      const PatalDocType *type = g_ptr_array_index (types, i);
      gboolean rare = type->rank == PHOTOS || type->rank == BOARD || type->rank == AUDIT;
      gboolean due = applies (work, type->rank), there = due && chance (demo, per_cent < 100 && rare ? per_cent / 2 : per_cent);
      guint last = page + roll (demo, 6);

      if (due && !there)
        continue;
      patal_bulk_add (demo->bulk, PATAL_ARGS (
        PATAL_INT (patal_db_new_id (db)), PATAL_INT (work->id), PATAL_INT (type->id), PATAL_INT (due), PATAL_INT (there),
        there ? PATAL_INT (page) : PATAL_NULL, there ? PATAL_INT (last) : PATAL_NULL, PATAL_TEXT (there ? by : NULL),
        PATAL_TEXT (there ? on : NULL)));
      page = there ? last + 1 : page;
    }
}

static gboolean
files_cb (PatalDb *db, gpointer data, GError **error)
{
  Demo *demo = data;
  g_autoptr (PatalBulk) bulk = patal_bulk_new (db, 9);
  g_autoptr (GPtrArray) types = patal_doc_types (db, error);

  demo->bulk = bulk;
  for (guint i = 0; types != NULL && i < demo->known->len; i++)
    {
      const Known *work = &g_array_index (demo->known, Known, i);

      if (!work->filed || work->status != PATAL_WORK_COMPLETED || work->end == PATAL_DAY_NONE || chance (demo, 9))
        continue;
      add_file (db, demo, work, types, chance (demo, 22) ? 100 : 55 + roll (demo, 42));
      if (!settle (demo, PATAL_BULK_ROWS, docs_sql, error))
        return FALSE;
    }
  return types != NULL && settle (demo, 1, docs_sql, error);
}

/* Each a quarter of an hour after the one before, as all edits of the demonstration. */
gboolean
patal_demo_works_fill (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_auto (Demo) demo = { .progress = progress, .known = g_array_new (FALSE, FALSE, sizeof (Known)) };
  static const struct { PatalLabel label; PatalEditFunc edit; } steps[] = {
    { { .msgid = N_("Entered the works of the demonstration, with their sanctions and materials") }, works_cb },
    { { .msgid = N_("Entered citizen information boards and their inspections") }, boards_cb },
    { { .msgid = N_("Entered work files") }, files_cb },
  };

  demo.works = patal_demo_works_new (db, error);
  if (demo.works == NULL || !read_sites (db, &demo, error))
    return FALSE;
  demo.dice = patal_demo_works_dice (demo.works);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      patal_db_set_clock (db, PATAL_DEMO_FILLED_AT + (i + 1) * PATAL_DEMO_STEP);
      if (!patal_db_edit (db, &steps[i].label, steps[i].edit, &demo, error))
        return FALSE;
    }
  return TRUE;
}
