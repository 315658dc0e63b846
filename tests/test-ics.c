/* test-ics.c: events as iCalendar, as its bytes are and as another's parser reads them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-ics.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define CALENDAR_NAME "प्रशिक्षण, विकासखण्ड अकलतरा"
#define LONG_SUMMARY "सुशासन पहल: चार गतिविधियां (मनरेगा), बैच 12; ग्राम पंचायतों के सचिव एवं ग्राम रोजगार सहायक, क्लस्टर कल्याणपुर-मुरलीडीह"

typedef struct
{
  char *folder, *path;
} Place;

static void
set_up (Place *place, G_GNUC_UNUSED gconstpointer data)
{
  place->folder = g_dir_make_tmp ("patal-ics-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "कैलेंडर.ics", NULL);
}

/* Nothing but the file was left behind. */
static void
tear_down (Place *place, G_GNUC_UNUSED gconstpointer data)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->path);
  g_free (place->folder);
}

static PatalEvents *
sample_events (void)
{
  PatalEvents *events = patal_events_new (CALENDAR_NAME);

  patal_events_add (events, &(PatalEvent) {
    .uid = "batch-281474976710657@grampatal.github.io", .summary = LONG_SUMMARY,
    .place = "सामुदायिक भवन, अकलतरा", .words = "पहला दिन 10:00 से; पथ C:\\सूची\n\nदूसरा दिन\r\nतीसरा\rचौथा\x01",
    .span = { patal_day_from_ymd (2021, 12, 30), patal_day_from_ymd (2021, 12, 31) }, .changed_at = 1639990800 });
  patal_events_add (events, &(PatalEvent) {
    .uid = "batch-281474976710658@grampatal.github.io", .summary = "Batch 2", .words = "",
    .span = { patal_day_from_ymd (2024, 2, 29), patal_day_from_ymd (2024, 2, 29) }, .sequence = 3, .cancelled = TRUE,
    .changed_at = 0 });
  return events;
}

static char *
written (const PatalEvents *events, const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  patal_ics_write (events, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

static void
test_bytes (Place *place, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PatalEvents) events = patal_events_new ("a,b");
  g_autofree char *bytes = NULL;

  patal_events_add (events, &(PatalEvent) { .uid = "u", .summary = "s;\\", .place = "p", .words = "one\ntwo",
                                            .span = { patal_day_from_ymd (2026, 4, 1), patal_day_from_ymd (2026, 4, 3) },
                                            .sequence = 1, .changed_at = 1775000000 });
  bytes = written (events, place->path, NULL);
  g_assert_cmpstr (bytes, ==,
                   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Gram Patal//Gram Patal//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
                   "X-WR-CALNAME:a\\,b\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260331T233320Z\r\nDTSTART;VALUE=DATE:20260401\r\n"
                   "DTEND;VALUE=DATE:20260404\r\nSEQUENCE:1\r\nSTATUS:CONFIRMED\r\nSUMMARY:s\\;\\\\\r\nLOCATION:p\r\n"
                   "DESCRIPTION:one\\ntwo\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

/* Lines of every length: none is longer than 75 octets, none is broken before it must be, no character is cut, and joined again they are
 * what they were. */
static void
test_folding (Place *place, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const letters[] = { "x", "é", "क", "😀" };

  for (gsize letter = 0; letter < G_N_ELEMENTS (letters); letter++)
    for (guint n = 1; n < 160; n++)
      {
        g_autoptr (PatalEvents) events = patal_events_new (NULL);
        g_autoptr (GString) summary = g_string_new (NULL), joined = NULL;
        g_autofree char *bytes = NULL, *expected = NULL;
        g_auto (GStrv) lines = NULL;

        for (guint i = 0; i < n; i++)
          g_string_append (summary, letters[letter]);
        patal_events_add (events, &(PatalEvent) { .uid = "u", .summary = summary->str, .span = { 738000, 738000 } });
        bytes = written (events, place->path, NULL);
        lines = g_strsplit (bytes, "\r\n", -1);
        for (guint i = 0; lines[i] != NULL; i++)
          {
            g_assert_cmpuint (strlen (lines[i]), <=, 75);
            g_assert_true (g_utf8_validate (lines[i], -1, NULL));
            g_assert_null (strpbrk (lines[i], "\r\n"));
            if (lines[i + 1] != NULL && lines[i + 1][0] == ' ')
              g_assert_cmpuint (strlen (lines[i]) + strlen (letters[letter]), >, 75);
          }
        joined = g_string_new (bytes);
        g_string_replace (joined, "\r\n ", "", 0);
        expected = g_strdup_printf ("\r\nSUMMARY:%s\r\n", summary->str);
        g_assert_nonnull (strstr (joined->str, expected));
      }
}

/* By python3-icalendar: Hindi whole, ends of days excluded, escapes undone. */
static void
test_parser (Place *place, G_GNUC_UNUSED gconstpointer data)
{
  static const char expected[] =
    "VERSION \"2.0\"\nMETHOD \"PUBLISH\"\nX-WR-CALNAME \"" CALENDAR_NAME "\"\n"
    "VEVENT\nUID \"batch-281474976710657@grampatal.github.io\"\nDTSTAMP \"2021-12-20T09:00:00+00:00\"\n"
    "DTSTART \"2021-12-30\"\nDTEND \"2022-01-01\"\nSEQUENCE \"0\"\nSTATUS \"CONFIRMED\"\nSUMMARY \"" LONG_SUMMARY "\"\n"
    "LOCATION \"सामुदायिक भवन, अकलतरा\"\n"
    "DESCRIPTION \"पहला दिन 10:00 से; पथ C:\\\\सूची\\n\\nदूसरा दिन\\nतीसरा\\nचौथा\"\n"
    "VEVENT\nUID \"batch-281474976710658@grampatal.github.io\"\nDTSTAMP \"1970-01-01T00:00:00+00:00\"\n"
    "DTSTART \"2024-02-29\"\nDTEND \"2024-03-01\"\nSEQUENCE \"3\"\nSTATUS \"CANCELLED\"\nSUMMARY \"Batch 2\"\n";
  g_autoptr (PatalEvents) events = sample_events ();
  g_autofree char *bytes = written (events, place->path, NULL);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "read_ics.py", NULL);
  const char *argv[] = { "/usr/bin/python3", script, place->path, NULL }; /* the one that has Debian's modules */
  g_autofree char *said = NULL, *wrong = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, &wrong, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_error ("%s", wrong);
  g_assert_cmpstr (said, ==, expected);
}

static void
test_same_bytes (Place *place, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PatalEvents) first = sample_events (), second = sample_events ();
  gsize first_length, second_length;
  g_autofree char *first_bytes = written (first, place->path, &first_length);
  g_autofree char *second_bytes = written (second, place->path, &second_length);

  g_assert_cmpmem (first_bytes, first_length, second_bytes, second_length);
}

static void
test_refusals (Place *place, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PatalEvents) none = patal_events_new (CALENDAR_NAME), events = sample_events ();
  g_autofree char *nowhere = g_build_filename (place->folder, "none", "a.ics", NULL), *stands = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  g_assert_false (patal_ics_write (none, place->path, &error));
  g_assert_error (error, PATAL_ICS_ERROR, PATAL_ICS_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_false (patal_ics_write (events, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  signal (SIGXFSZ, SIG_IGN); /* a limit on the size of files stands for a full disk */
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (patal_ics_write (events, place->path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_assert_true (g_file_get_contents (place->path, &stands, NULL, NULL));
  g_assert_cmpstr (stands, ==, "old");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ics/bytes", Place, NULL, set_up, test_bytes, tear_down);
  g_test_add ("/ics/folding", Place, NULL, set_up, test_folding, tear_down);
  g_test_add ("/ics/parser", Place, NULL, set_up, test_parser, tear_down);
  g_test_add ("/ics/same-bytes", Place, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/ics/refusals", Place, NULL, set_up, test_refusals, tear_down);
  return g_test_run ();
}
