/* patal-work-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-list.h"
#include "patal-board-record-private.h"
#include "patal-ids.h"
#include "patal-place-sql.h"

/* What is written as the total, else what the parts add up to: patal_work_money_total(). */
#define TOTAL \
  "ifnull (work.total_paise, CASE WHEN work.wage_paise IS NOT NULL OR work.material_paise IS NOT NULL" \
  " THEN ifnull (work.wage_paise, 0) + ifnull (work.material_paise, 0) END)"

#define BOARD_WHERE(condition) "EXISTS (SELECT 1 FROM board WHERE board.work = work.id AND " condition ")"

#define STATE \
  "(SELECT " PATAL_SQL_BOARD_STATE ("work", "board", "?6") " FROM (SELECT 1) LEFT JOIN board ON board.work = work.id LIMIT 1)"

G_STATIC_ASSERT (PATAL_BOARD_STATE_MISSING == 1 && PATAL_BOARD_STATE_BUILT == 2 && PATAL_BOARD_STATE_WRONG == 3
                 && PATAL_BOARD_STATE_UNSEEN == 4 && PATAL_BOARD_STATE_OVERPRINT == 5);

/* ?1 within, ?2 kind, ?3 status, ?4 fy, ?5 PatalBoardState, ?6 the day of today. Whether a unit is given is decided in C, so that a block's works are found by
 * the index of their gram panchayats. */
#define FILTERED \
  " (?2 IS NULL OR work.kind = ?2) AND (?3 IS NULL OR work.status = ?3) AND (?4 = 0 OR work.fy = ?4)" \
  " AND CASE ?5 WHEN 0 THEN TRUE WHEN 1 THEN " STATE " = 'missing' WHEN 2 THEN " STATE " <> 'missing'" \
  " WHEN 3 THEN " STATE " = 'wrong' WHEN 4 THEN " STATE " = 'unseen' WHEN 5 THEN work.status = 'completed' AND " BOARD_WHERE ("printed_at IS NOT NULL" \
  " AND (work.end_day IS NULL OR date (printed_at, 'unixepoch', 'localtime') <= work.end_day)") " END"
#define ALL_WORKS(join, order) \
  "SELECT work.id FROM work" join " WHERE ?1 = 0 AND" FILTERED " ORDER BY " order ", work.id"
#define WORKS_WITHIN(join, order) \
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1") \
  " SELECT work.id FROM work" join " WHERE work.gp IN below AND" FILTERED " ORDER BY " order ", work.id"
#define IN_ORDER(join, order) { ALL_WORKS (join, order), WORKS_WITHIN (join, order) }

#define JOIN_PLACE " JOIN unit AS u ON u.id = work.gp LEFT JOIN unit AS b ON b.id = u.parent"
#define BY_NAME_HI "ifnull (work.name_hi, work.name_en)"
#define BY_NAME_EN "ifnull (work.name_en, work.name_hi) COLLATE NOCASE"
/* Two blocks, or two gram panchayats, of one name stay apart. */
/* A name in the other script stands last, not first. */
#define BY_PLACE_HI "ifnull (b.name_hi, b.name_en), b.id, u.name_hi IS NULL, ifnull (u.name_hi, u.name_en), u.id, " BY_NAME_HI
#define BY_PLACE_EN \
  "ifnull (b.name_en, b.name_hi) COLLATE NOCASE, b.id, ifnull (u.name_en, u.name_hi) COLLATE NOCASE, u.id, " BY_NAME_EN
#define BY_STATUS "CASE work.status WHEN 'sanctioned' THEN 0 WHEN 'ongoing' THEN 1 WHEN 'completed' THEN 2 ELSE 3 END"

GArray *
patal_work_ids (PatalDb *db, const PatalWorkFilter *filter, GError **error)
{
  static const char *const questions[][2] = {
    [PATAL_WORK_SORT_NAME_HI] = IN_ORDER ("", BY_NAME_HI),
    [PATAL_WORK_SORT_NAME_EN] = IN_ORDER ("", BY_NAME_EN),
    [PATAL_WORK_SORT_GP_HI] = IN_ORDER (JOIN_PLACE, BY_PLACE_HI),
    [PATAL_WORK_SORT_GP_EN] = IN_ORDER (JOIN_PLACE, BY_PLACE_EN),
    [PATAL_WORK_SORT_CODE] = IN_ORDER ("", "work.code IS NULL, work.code, " BY_NAME_HI),
    [PATAL_WORK_SORT_START] = IN_ORDER ("", "work.start_day IS NULL, work.start_day, " BY_NAME_HI),
    [PATAL_WORK_SORT_TOTAL] = IN_ORDER ("", TOTAL ", " BY_NAME_HI),
    [PATAL_WORK_SORT_STATUS] = IN_ORDER ("", BY_STATUS ", " BY_NAME_HI),
  };
  g_autofree char *day = patal_day_iso (filter->as_on != PATAL_DAY_NONE ? filter->as_on : patal_day_today ());

  g_return_val_if_fail ((guint) filter->sort < G_N_ELEMENTS (questions), NULL);
  return patal_ids_read (db, questions[filter->sort][filter->within != 0 ? 1 : 0], PATAL_ARGS (
    PATAL_INT (filter->within), PATAL_TEXT (filter->kind >= 0 ? patal_work_kind_id ((PatalWorkKind) filter->kind) : NULL),
    PATAL_TEXT (filter->status >= 0 ? patal_work_status_id ((PatalWorkStatus) filter->status) : NULL),
    PATAL_INT (filter->fy), PATAL_INT (filter->board), PATAL_TEXT (day)),
    filter->descending ? PATAL_IDS_BACKWARDS : PATAL_IDS_FORWARDS, error);
}

GArray *
patal_works_with_code (PatalDb *db, const char *code, GError **error)
{
  return patal_ids_read (db, "SELECT id FROM work WHERE replace (upper (code), ' ', '') = replace (upper (?1), ' ', '') ORDER BY id",
                         PATAL_ARGS (PATAL_TEXT (code)), PATAL_IDS_FORWARDS, error);
}

const char patal_work_row_sql[] =
  "SELECT work.name_hi, work.name_en, work.code, work.kind, work.status, u.name_hi, u.name_en, b.name_hi, b.name_en, " TOTAL ","
  " work.wage_paise, work.material_paise, work.start_day, work.end_day, board.built_on, board.correct, board.printed_at, work.fy,"
  " u.id, b.id FROM work" JOIN_PLACE
  " LEFT JOIN board ON board.id = (SELECT id FROM board WHERE work = work.id ORDER BY id LIMIT 1) WHERE work.id = ?1";
