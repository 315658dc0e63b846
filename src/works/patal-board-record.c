/* patal-board-record.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-record.h"
#include "patal-board-record-private.h"
#include "patal-contact.h"
#include "patal-degrees.h"
#include "patal-work-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-board-error-quark, patal_board_error)

const char *
patal_defect_id (PatalDefect defect)
{
  static const char *const ids[PATAL_N_DEFECTS] = {
    "not-standing", "size", "colours", "place", "missing", "figures", "spelling", "unreadable", "damaged", "logo", "politician",
  };

  g_return_val_if_fail (defect < PATAL_N_DEFECTS, NULL);
  return ids[defect];
}

const char *
patal_defect_title (PatalDefect defect)
{
  /* Translators: what an inspection finds wrong with a citizen information board */
  static const char *const titles[PATAL_N_DEFECTS] = {
    N_("No board at the site"), N_("Wrong size"), N_("Wrong colours"), N_("Stands where nobody sees it"),
    N_("Entries missing or empty"), N_("Figures differ from the record"), N_("Wrong spelling"), N_("Cannot be read"),
    N_("Damaged"), N_("Logo missing or wrong"), N_("A politician's name on it"),
  };

  g_return_val_if_fail (defect < PATAL_N_DEFECTS, NULL);
  return titles[defect];
}

const char *
patal_board_verdict_id (PatalBoardVerdict verdict)
{
  static const char *const ids[PATAL_N_BOARD_VERDICTS] = { "pending", "yes", "no" };

  g_return_val_if_fail (verdict < PATAL_N_BOARD_VERDICTS, NULL);
  return ids[verdict];
}

const char *
patal_board_verdict_title (PatalBoardVerdict verdict)
{
  /* Translators: of a citizen information board: is it right? "सही है?": "जाँच शेष", "हाँ", "नहीं" */
  static const char *const titles[PATAL_N_BOARD_VERDICTS] = { N_("Not inspected"), N_("Yes"), N_("No") };

  g_return_val_if_fail (verdict < PATAL_N_BOARD_VERDICTS, NULL);
  return titles[verdict];
}

void
patal_board_record_clear (PatalBoardRecord *record)
{
  g_free (record->printed);
  g_free (record->place);
  g_free (record->defect_note);
  g_free (record->seen_by);
  g_free (record->remark);
  memset (record, 0, sizeof *record);
}

/* ---- as rows of the file ---- */

static PatalBoardVerdict
verdict_from_id (const char *id)
{
  for (guint i = 0; i < PATAL_N_BOARD_VERDICTS; i++)
    if (g_strcmp0 (patal_board_verdict_id (i), id) == 0)
      return i;
  return PATAL_BOARD_PENDING;
}

guint32
patal_board_defects_read (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  guint32 defects = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    for (guint defect = 0; defect < PATAL_N_DEFECTS; defect++)
      if (g_str_equal (lines[i], patal_defect_id (defect)))
        defects |= 1u << defect;
  return defects;
}

char *
patal_board_defects_write (guint32 defects)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint defect = 0; defect < PATAL_N_DEFECTS; defect++)
    if (defects & 1u << defect)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", patal_defect_id (defect));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
read_record (PatalRows *rows, PatalBoardRecord *out)
{
  g_autoptr (GBytes) photo = patal_rows_null (rows, 11) ? NULL : patal_rows_bytes (rows, 11);

  out->id = patal_rows_int (rows, 0);
  out->width_mm = patal_rows_real (rows, 1);
  out->height_mm = patal_rows_real (rows, 2);
  out->printed_at = patal_rows_int (rows, 3);
  out->printed = g_strdup (patal_rows_text (rows, 4));
  out->built_on = patal_day_from_iso (patal_rows_text (rows, 5));
  out->seen_on = patal_day_from_iso (patal_rows_text (rows, 6));
  out->place = g_strdup (patal_rows_text (rows, 7));
  out->defect_note = g_strdup (patal_rows_text (rows, 8));
  out->seen_by = g_strdup (patal_rows_text (rows, 9));
  out->remark = g_strdup (patal_rows_text (rows, 10));
  out->has_photo = photo != NULL && g_bytes_get_size (photo) == PATAL_BLOB_HASH_SIZE;
  if (out->has_photo)
    memcpy (out->photo, g_bytes_get_data (photo, NULL), PATAL_BLOB_HASH_SIZE);
  out->has_place = !patal_rows_null (rows, 12);
  out->lat = patal_rows_real (rows, 12);
  out->lon = patal_rows_real (rows, 13);
  out->correct = verdict_from_id (patal_rows_text (rows, 14));
  out->defects = patal_board_defects_read (patal_rows_text (rows, 15));
}

gboolean
patal_board_record_load (PatalDb *db, gint64 work, PatalBoardRecord *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, width_mm, height_mm, printed_at, printed, built_on, seen_on, place, defect_note, seen_by, remark, photo, lat, lon,"
    " correct, defects FROM board WHERE work = ?1 ORDER BY id LIMIT 1", PATAL_ARGS (PATAL_INT (work)));
  g_auto (PatalBoardRecord) record = { .work = work };

  if (patal_rows_next (&rows))
    read_record (&rows, &record);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  *out = record;
  memset (&record, 0, sizeof record);
  return TRUE;
}

/* ---- the rules ---- */

static gboolean
refuse (const char **field, const char *id, GError **error, PatalBoardError code, const char *sentence)
{
  *field = id;
  g_set_error_literal (error, PATAL_BOARD_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_days (const PatalBoardRecord *record, PatalDay start, PatalDay today, const char **field, GError **error)
{
  if (record->built_on > today)
    return refuse (field, "built_on", error, PATAL_BOARD_ERROR_FUTURE, _("The day on which the board was built has not come yet"));
  if (record->seen_on > today)
    return refuse (field, "seen_on", error, PATAL_BOARD_ERROR_FUTURE, _("The day of the inspection has not come yet"));
  if (record->built_on != PATAL_DAY_NONE && record->built_on < start)
    {
      g_autofree char *day = patal_day_format (start);
      /* Translators: {1} is a day: 20.12.2021 */
      g_autofree char *sentence = patal_label_text (PATAL_LABEL (
        N_("The board is built once the work has begun, which was on {1}: correct one of the two days"), day), NULL);

      return refuse (field, "built_on", error, PATAL_BOARD_ERROR_EARLY, sentence);
    }
  if (record->seen_on != PATAL_DAY_NONE && record->seen_on < record->built_on)
    return refuse (field, "seen_on", error, PATAL_BOARD_ERROR_SEEN, _("The board was inspected before it was built: correct one of the two days"));
  return TRUE;
}

static gboolean
check_place (const PatalBoardRecord *record, const char **field, GError **error)
{
  g_autoptr (GError) fault = NULL;
  PatalDegreesHalf half;

  if (!record->has_place)
    return TRUE;
  if (patal_degrees_check_place (record->lat, record->lon, &half, &fault))
    return TRUE;
  return refuse (field, half == PATAL_DEGREES_LAT ? "lat" : "lon", error, PATAL_BOARD_ERROR_PLACE, fault->message);
}

static gboolean
check_texts (const PatalBoardRecord *record, const char **field, GError **error)
{
  const struct { const char *id, *text; } texts[] = {
    { "place", record->place }, { "defect_note", record->defect_note }, { "seen_by", record->seen_by }, { "remark", record->remark },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!patal_contact_no_aadhaar (texts[i].text, error))
      {
        *field = texts[i].id;
        return FALSE;
      }
  return TRUE;
}

gboolean
patal_board_record_check (const PatalBoardRecord *record, PatalDay start, PatalDay today, const char **field, GError **error)
{
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  if (!check_days (record, start, today, field, error) || !check_place (record, field, error))
    return FALSE;
  if (record->correct == PATAL_BOARD_WRONG && record->defects == 0 && patal_work_is_blank (record->defect_note))
    return refuse (field, "defects", error, PATAL_BOARD_ERROR_REASON, _("Say what is wrong with the board: choose a defect, or write it down"));
  return check_texts (record, field, error);
}

/* ---- changes ---- */

/* When the work began (PATAL_DAY_NONE: not known), and its board's id, 0 for none. */
static gboolean
find_work (PatalDb *db, gint64 work, PatalDay *start, gint64 *board, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT start_day, (SELECT min (id) FROM board WHERE board.work = work.id) FROM work WHERE id = ?1", PATAL_ARGS (PATAL_INT (work)));
  gboolean found = patal_rows_next (&rows);

  if (found)
    {
      *start = patal_day_from_iso (patal_rows_text (&rows, 0));
      *board = patal_rows_int (&rows, 1);
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This work is no longer in the file"));
  return found;
}

static PatalValue
text_or_null (const char *text)
{
  return patal_work_is_blank (text) ? PATAL_NULL : PATAL_TEXT (text);
}

static gboolean
write_record (PatalDb *db, const PatalBoardRecord *record, GError **error)
{
  g_autofree char *defects = record->correct == PATAL_BOARD_WRONG ? patal_board_defects_write (record->defects) : NULL;
  g_autofree char *built_on = record->built_on != PATAL_DAY_NONE ? patal_day_iso (record->built_on) : NULL;
  g_autofree char *seen_on = record->seen_on != PATAL_DAY_NONE ? patal_day_iso (record->seen_on) : NULL;
  gboolean sized = record->width_mm > 0 && record->height_mm > 0;

  return patal_db_run (db,
    "INSERT INTO board (id, work, width_mm, height_mm, built_on, place, lat, lon, photo, correct, defects, defect_note, seen_on, seen_by,"
    " remark) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
    " ON CONFLICT (id) DO UPDATE SET width_mm = iif (printed IS NULL, ?3, width_mm), height_mm = iif (printed IS NULL, ?4, height_mm),"
    " built_on = ?5, place = ?6, lat = ?7, lon = ?8, photo = ?9, correct = ?10, defects = ?11, defect_note = ?12, seen_on = ?13,"
    " seen_by = ?14, remark = ?15",
    PATAL_ARGS (PATAL_INT (record->id), PATAL_INT (record->work), sized ? PATAL_REAL (record->width_mm) : PATAL_NULL,
                sized ? PATAL_REAL (record->height_mm) : PATAL_NULL, PATAL_TEXT (built_on), text_or_null (record->place),
                record->has_place ? PATAL_REAL (record->lat) : PATAL_NULL, record->has_place ? PATAL_REAL (record->lon) : PATAL_NULL,
                record->has_photo ? PATAL_BYTES (record->photo, PATAL_BLOB_HASH_SIZE) : PATAL_NULL,
                PATAL_TEXT (patal_board_verdict_id (record->correct)), PATAL_TEXT (defects), text_or_null (record->defect_note),
                PATAL_TEXT (seen_on), text_or_null (record->seen_by), text_or_null (record->remark)), error);
}

gboolean
patal_board_record_save (PatalDb *db, PatalBoardRecord *record, GError **error)
{
  PatalDay start;
  gint64 board;

  if (!patal_work_editable (db, record->work, error) || !find_work (db, record->work, &start, &board, error)
      || !patal_board_record_check (record, start, patal_day_today (), NULL, error))
    return FALSE;
  record->id = board != 0 ? board : patal_db_new_id (db);
  return write_record (db, record, error);
}

gboolean
patal_board_keep_print (PatalDb *db, gint64 work, double width_mm, double height_mm, const char *printed, gint64 printed_at,
                        GError **error)
{
  PatalDay start;
  gint64 board, kept = 0;

  g_return_val_if_fail (width_mm > 0 && height_mm > 0 && printed != NULL && printed_at > 0, FALSE);

  if (!patal_work_editable (db, work, error) || !find_work (db, work, &start, &board, error)
      || (board != 0 && !patal_db_int (db, "SELECT printed IS NOT NULL FROM board WHERE id = ?1", PATAL_ARGS (PATAL_INT (board)), &kept, error)))
    return FALSE;
  if (kept != 0)
    {
      g_set_error_literal (error, PATAL_BOARD_ERROR, PATAL_BOARD_ERROR_PRINTED,
                           _("A first print of this board is kept already: give that up first, if it was never painted"));
      return FALSE;
    }
  return patal_db_run (db,
    "INSERT INTO board (id, work, width_mm, height_mm, printed, printed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (id) DO UPDATE SET width_mm = ?3, height_mm = ?4, printed = ?5, printed_at = ?6",
    PATAL_ARGS (PATAL_INT (board != 0 ? board : patal_db_new_id (db)), PATAL_INT (work), PATAL_REAL (width_mm), PATAL_REAL (height_mm),
                PATAL_TEXT (printed), PATAL_INT (printed_at)), error);
}

gboolean
patal_board_drop_print (PatalDb *db, gint64 work, GError **error)
{
  return patal_work_editable (db, work, error)
         && patal_db_run (db, "UPDATE board SET printed = NULL, printed_at = NULL WHERE work = ?1", PATAL_ARGS (PATAL_INT (work)), error);
}
