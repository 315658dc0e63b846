/* test-board-record.c: the board of a work: what is recorded of it, its rules, its first print
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"
#include "patal-board-record.h"
#include "patal-contact.h"
#include "patal-journal.h"
#include "patal-work-file.h"
#include <math.h>
#include <string.h>

#define MEASUREMENT_BOOK 213 /* its id in every file */

static PatalBoardRecord
built (gint64 work)
{
  return (PatalBoardRecord) { .work = work, .built_on = DAY (2021, 6, 10) };
}

static gboolean
load (Directory *f, gint64 work, PatalBoardRecord *out)
{
  g_autoptr (GError) error = NULL;

  patal_board_record_clear (out);
  patal_board_record_load (f->db, work, out, &error);
  g_assert_no_error (error);
  return out->id != 0;
}

typedef struct
{
  gint64      work;
  const char *printed;
} Print;

static gboolean
print_cb (PatalDb *db, gpointer data, GError **error)
{
  const Print *print = data;

  return print->printed != NULL ? patal_board_keep_print (db, print->work, 914, 610, print->printed, 1624000000, error)
                                : patal_board_drop_print (db, print->work, error);
}

static gboolean
photo_cb (PatalDb *db, gpointer data, GError **error)
{
  PatalBoardRecord *record = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a photo", 7);

  record->has_photo = TRUE;
  return patal_blob_put (db, bytes, "image/jpeg", record->photo, error) && patal_board_record_save (db, record, error);
}

static void
test_words (void)
{
  for (guint i = 0; i < PATAL_N_DEFECTS; i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_cmpstr (patal_defect_id (i), !=, patal_defect_id (j));
        g_assert_cmpstr (patal_defect_title (i), !=, patal_defect_title (j));
      }
  for (guint i = 0; i < PATAL_N_BOARD_VERDICTS; i++)
    g_assert_nonnull (patal_board_verdict_title (i));
}

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण");
  PatalBoardRecord record = { .work = work, .width_mm = 1524, .height_mm = 1219, .built_on = DAY (2021, 6, 1), .seen_on = DAY (2021, 7, 2),
                              .place = (char *) "तालाब की मेड़ पर", .defect_note = (char *) "राशि 2.4 लाख लिखी है", .seen_by = (char *) "उप अभियंता",
                              .remark = (char *) " ", .has_place = TRUE, .lat = 21.5, .lon = 82.25, .correct = PATAL_BOARD_WRONG,
                              .defects = 1u << PATAL_DEFECT_FIGURES | 1u << PATAL_DEFECT_SIZE | 1u << (PATAL_N_DEFECTS - 1) };
  g_auto (PatalBoardRecord) loaded = { 0 };

  g_assert_false (load (f, work, &loaded));
  g_assert_cmpint (loaded.work, ==, work);
  g_assert_cmpint (loaded.correct, ==, PATAL_BOARD_PENDING);
  directory_do (f, (gpointer) photo_cb, &record);
  g_assert_true (load (f, work, &loaded));
  g_assert_cmpint (loaded.id, ==, record.id);
  g_assert_true (loaded.width_mm == 1524 && loaded.height_mm == 1219 && loaded.lat == 21.5 && loaded.lon == 82.25 && loaded.has_place);
  g_assert_true (loaded.built_on == record.built_on && loaded.seen_on == record.seen_on);
  g_assert_cmpstr (loaded.place, ==, record.place);
  g_assert_cmpstr (loaded.defect_note, ==, record.defect_note);
  g_assert_cmpstr (loaded.seen_by, ==, record.seen_by);
  g_assert_null (loaded.remark); /* blanks are nothing */
  g_assert_true (loaded.has_photo);
  g_assert_cmpmem (loaded.photo, sizeof loaded.photo, record.photo, sizeof record.photo);
  g_assert_cmpint (loaded.correct, ==, PATAL_BOARD_WRONG);
  g_assert_cmphex (loaded.defects, ==, record.defects);
  g_assert_cmpint (loaded.printed_at, ==, 0);
  g_assert_null (loaded.printed);
}

/* Whoever does not know of the first record, or of the changes since, makes no second one. */
static void
test_one_board (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण");
  PatalBoardRecord first = built (work), second = built (work);
  g_auto (PatalBoardRecord) loaded = { 0 };

  first.correct = PATAL_BOARD_WRONG;
  first.defects = 1u << PATAL_DEFECT_DAMAGED;
  directory_do (f, (gpointer) patal_board_record_save, &first);
  second.correct = PATAL_BOARD_CORRECT;
  second.defects = first.defects; /* mended since: what was found then stands in the journal */
  directory_do (f, (gpointer) patal_board_record_save, &second);
  g_assert_cmpint (second.id, ==, first.id);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM board"), ==, 1);
  g_assert_true (load (f, work, &loaded));
  g_assert_cmphex (loaded.defects, ==, 0);
  g_assert_cmpint (loaded.correct, ==, PATAL_BOARD_CORRECT);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_true (load (f, work, &loaded));
  g_assert_cmphex (loaded.defects, ==, first.defects);
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *field; PatalBoardError code; } cases[] = {
    { "built_on", PATAL_BOARD_ERROR_EARLY }, { "built_on", PATAL_BOARD_ERROR_FUTURE }, { "seen_on", PATAL_BOARD_ERROR_FUTURE },
    { "seen_on", PATAL_BOARD_ERROR_SEEN },   { "defects", PATAL_BOARD_ERROR_REASON },  { "lat", PATAL_BOARD_ERROR_PLACE },
    { "lon", PATAL_BOARD_ERROR_PLACE },      { "lon", PATAL_BOARD_ERROR_PLACE },
  };
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण"); /* begun on 1 June 2021 */
  PatalDay today = patal_day_today ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalBoardRecord record = built (work);
      const char *field = NULL;

      record.has_place = i >= 5;
      record.lat = 21.5;
      record.lon = 82.5;
      switch (i)
        {
        case 0: record.built_on = DAY (2021, 5, 31); break;
        case 1: record.built_on = today + 1; break;
        case 2: record.seen_on = today + 1; break;
        case 3: record.seen_on = record.built_on - 1; break;
        case 4: record.correct = PATAL_BOARD_WRONG; record.defect_note = (char *) " "; break;
        case 5: record.lat = 5.9; break;
        case 6: record.lon = 98.1; break;
        default: record.lon = NAN; break;
        }
      g_assert_false (patal_board_record_check (&record, DAY (2021, 6, 1), today, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_board_record_save, &record, PATAL_BOARD_ERROR, (int) cases[i].code);
    }
  for (int i = 0; i < 4; i++)
    {
      static const char *const fields[] = { "place", "defect_note", "seen_by", "remark" };
      PatalBoardRecord record = built (work);
      char **texts[] = { &record.place, &record.defect_note, &record.seen_by, &record.remark };
      const char *field = NULL;

      *texts[i] = (char *) "2345 6789 0124";
      g_assert_false (patal_board_record_check (&record, PATAL_DAY_NONE, today, &field, NULL));
      g_assert_cmpstr (field, ==, fields[i]);
      directory_refused (f, (gpointer) patal_board_record_save, &record, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR);
    }
}

static void
test_allowed (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण");
  PatalBoardRecord record = built (work), gone = built (12345);

  record.built_on = DAY (2021, 6, 1); /* on the day on which the work began, and inspected on the same */
  record.seen_on = record.built_on;
  record.correct = PATAL_BOARD_WRONG;
  record.defect_note = (char *) "रंग"; /* a reason in words is a reason */
  directory_do (f, (gpointer) patal_board_record_save, &record);
  record.built_on = PATAL_DAY_NONE;    /* none was built, as an inspection found */
  record.defects = 1u << PATAL_DEFECT_NOT_STANDING;
  directory_do (f, (gpointer) patal_board_record_save, &record);
  directory_refused (f, (gpointer) patal_board_record_save, &gone, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_first_print (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण");
  Print first = { work, "पहला" }, again = { work, "दूसरा" }, none = { work, NULL }, gone = { 12345, "पहला" };
  g_auto (PatalBoardRecord) loaded = { 0 };
  PatalBoardRecord record = built (work);

  directory_do (f, (gpointer) print_cb, &none); /* nothing is there to be taken away */
  directory_do (f, (gpointer) print_cb, &first);
  g_assert_true (load (f, work, &loaded));
  g_assert_cmpstr (loaded.printed, ==, "पहला");
  g_assert_true (loaded.printed_at == 1624000000 && loaded.width_mm == 914 && loaded.height_mm == 610);
  directory_refused (f, (gpointer) print_cb, &again, PATAL_BOARD_ERROR, PATAL_BOARD_ERROR_PRINTED);
  directory_refused (f, (gpointer) print_cb, &gone, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);

  record.width_mm = 1524; /* whatever else is said of it, the print stays, and its size */
  record.height_mm = 1219;
  directory_do (f, (gpointer) patal_board_record_save, &record);
  g_assert_true (load (f, work, &loaded));
  g_assert_cmpstr (loaded.printed, ==, "पहला");
  g_assert_true (loaded.width_mm == 914 && loaded.height_mm == 610 && loaded.built_on == record.built_on);

  directory_do (f, (gpointer) print_cb, &none);
  directory_do (f, (gpointer) print_cb, &again);
  g_assert_true (load (f, work, &loaded));
  g_assert_cmpstr (loaded.printed, ==, "दूसरा");
  g_assert_true (loaded.built_on == record.built_on);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM board"), ==, 1);
}

/* A photo stays as long as a board, or the journal that could bring it back, names it. */
static void
test_photo_is_kept (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण");
  PatalBoardRecord record = built (work);
  guint dropped = 99;

  directory_do (f, (gpointer) photo_cb, &record);
  g_assert_true (patal_blob_sweep (f->db, &dropped, NULL));
  g_assert_cmpuint (dropped, ==, 0);
  record.has_photo = FALSE;
  directory_do (f, (gpointer) patal_board_record_save, &record);
  g_assert_true (patal_blob_sweep (f->db, &dropped, NULL));
  g_assert_cmpuint (dropped, ==, 0);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_bytes_unref (patal_blob_get (f->db, record.photo, NULL, NULL));
}

static guint
n_lines_of (Directory *f, gint64 work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = patal_journal_lines_of (f->db, NULL, PATAL_WORK_RECORD (work), 100, &error);

  g_assert_no_error (error);
  return lines->len;
}

/* The edits of a board, of a document and of materials, alone, are the work's. */
static void
test_history (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण"), other = works_add (f, f->gp[0], "तालाब");
  PatalBoardRecord record = built (work);

  g_assert_cmpuint (n_lines_of (f, work), ==, 1);
  directory_do (f, (gpointer) patal_board_record_save, &record);
  g_assert_cmpuint (n_lines_of (f, work), ==, 2);
  directory_do (f, (gpointer) patal_work_doc_save, &(PatalWorkDoc) { .work = work, .type = MEASUREMENT_BOOK, .applicable = TRUE });
  directory_do (f, (gpointer) print_cb, &(Print) { work, "पहला" });
  g_assert_cmpuint (n_lines_of (f, work), ==, 4);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_cmpuint (n_lines_of (f, work), ==, 5);
  g_assert_cmpuint (n_lines_of (f, other), ==, 1);
}

/* With a work its board, its file and its materials are frozen: what stands there, and what would come. */
static void
test_frozen (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण"), other = works_add (f, f->gp[0], "तालाब");
  PatalBoardRecord record = built (work), others = built (other);
  PatalWorkDoc doc = { .work = work, .type = MEASUREMENT_BOOK, .applicable = TRUE };
  g_auto (PatalWork) changed = { 0 };

  directory_do (f, (gpointer) print_cb, &(Print) { work, "पहला" });
  directory_do (f, (gpointer) patal_board_record_save, &record);
  g_assert_true (patal_db_freeze (f->db, PATAL_WORK_RECORD (work), PATAL_LABEL ("Frozen"), NULL));
  record.place = (char *) "और कहीं";
  directory_refused (f, (gpointer) patal_board_record_save, &record, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  directory_refused (f, (gpointer) print_cb, &(Print) { work, NULL }, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  directory_refused (f, (gpointer) patal_work_doc_save, &doc, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  g_assert_true (patal_work_load (f->db, work, &changed, NULL));
  changed.materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_ptr_array_add (changed.materials, patal_material_new ("सीमेंट", NULL, 100));
  directory_refused (f, (gpointer) patal_work_update, &changed, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  directory_refused (f, (gpointer) works_remove_cb, &work, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  directory_do (f, (gpointer) patal_board_record_save, &others);
  g_assert_true (patal_db_undo (f->db, NULL, NULL)); /* the other work's */
  g_assert_false (patal_db_undo (f->db, NULL, NULL)); /* would take back what is recorded of the frozen one */

  g_assert_true (patal_db_unfreeze (f->db, PATAL_WORK_RECORD (work), PATAL_LABEL ("Unfrozen"), "वर्तनी", NULL));
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM frozen"), ==, 0);
  directory_do (f, (gpointer) patal_board_record_save, &record);
  directory_do (f, (gpointer) patal_work_doc_save, &doc);
  directory_do (f, (gpointer) patal_work_update, &changed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-record/words", test_words);
  DIRECTORY_TEST ("/board-record/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/board-record/one-board", test_one_board);
  DIRECTORY_TEST ("/board-record/rules", test_rules);
  DIRECTORY_TEST ("/board-record/allowed", test_allowed);
  DIRECTORY_TEST ("/board-record/first-print", test_first_print);
  DIRECTORY_TEST ("/board-record/photo-is-kept", test_photo_is_kept);
  DIRECTORY_TEST ("/board-record/history", test_history);
  DIRECTORY_TEST ("/board-record/frozen", test_frozen);
  return g_test_run ();
}
