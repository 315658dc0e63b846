/* test-unit-import.c: what becomes of the rows of a list of units, judged and written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-unit.h"
#include "patal-text.h"

#define MAX_ROWS 12

typedef struct
{
  const char *cells; /* separated by | */
  PatalFate   fate;
  const char *what;  /* REFUSED: the field's id; DOUBTFUL: what the candidate reads as begins with it; else NULL */
} Row;

typedef struct
{
  gpointer     job;
  GPtrArray   *cells; /* of const char **, by row */
  PatalVerdict verdicts[MAX_ROWS];
  guint        n;
  PatalDoubtful doubtful;
} Run;

static int
field_index (const char *id)
{
  for (guint i = 0; i < patal_unit_import.n_fields; i++)
    if (g_str_equal (patal_unit_import.fields[i].id, id))
      return (int) i;
  g_error ("no field %s", id);
}

static gboolean
apply_cb (PatalDb *db, gpointer data, GError **error)
{
  Run *run = data;

  for (guint i = 0; i < run->n; i++)
    {
      PatalFate fate = run->verdicts[i].fate;
      gboolean adds = FALSE;

      if (fate != PATAL_FATE_NEW && fate != PATAL_FATE_CHANGED
          && !(fate == PATAL_FATE_DOUBTFUL && run->doubtful != PATAL_DOUBTFUL_SKIP))
        continue;
      if (!patal_unit_import.apply (run->job, db, i, g_ptr_array_index (run->cells, i), &run->verdicts[i], run->doubtful, &adds, error))
        return FALSE;
    }
  return patal_unit_import.finish (run->job, db, error);
}

static void
check_row (Directory *f, Run *run, guint i, const Row *row)
{
  const PatalVerdict *verdict = &run->verdicts[i];
  g_autofree char *described = NULL;

  g_test_message ("%s: %s", row->cells, verdict->reason);
  g_assert_cmpint (verdict->fate, ==, row->fate);
  g_assert_true ((verdict->reason != NULL) == (row->fate == PATAL_FATE_DOUBTFUL || row->fate == PATAL_FATE_REFUSED));
  if (row->fate == PATAL_FATE_REFUSED)
    g_assert_cmpstr (patal_unit_import.fields[verdict->field].id, ==, row->what);
  if (row->fate == PATAL_FATE_DOUBTFUL)
    {
      described = patal_unit_import.describe (run->job, f->db, verdict->candidate);
      if (!g_str_has_prefix (described, row->what))
        g_error ("the candidate is %s, not %s", described, row->what);
    }
}

/* Judges @rows below the headings @header (field ids), checks their fates, and writes what is taken in one edit. */
static void
import (Directory *f, const char *header, PatalDoubtful doubtful, const Row *rows, guint n)
{
  g_auto (GStrv) heads = g_strsplit (header, "|", -1);
  g_autofree gboolean *mapped = g_new0 (gboolean, patal_unit_import.n_fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  Run run = { .cells = g_ptr_array_new_with_free_func (g_free), .n = n, .doubtful = doubtful };

  g_assert_cmpuint (n, <=, MAX_ROWS);
  for (guint i = 0; heads[i] != NULL; i++)
    mapped[field_index (heads[i])] = TRUE;
  run.job = patal_unit_import.begin (f->db, mapped, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      const char **cells = g_new0 (const char *, patal_unit_import.n_fields);
      g_auto (GStrv) texts_of_row = g_strsplit (rows[i].cells, "|", -1);

      for (guint j = 0; texts_of_row[j] != NULL; j++)
        if (*texts_of_row[j] != '\0')
          cells[field_index (heads[j])] = g_string_chunk_insert (texts, texts_of_row[j]);
      g_ptr_array_add (run.cells, cells);
      patal_unit_import.judge (run.job, i, cells, &run.verdicts[i]);
      check_row (f, &run, i, &rows[i]);
    }
  patal_db_edit (f->db, PATAL_LABEL ("Test"), apply_cb, &run, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_free (run.verdicts[i].reason);
  patal_unit_import.end (run.job);
  g_ptr_array_unref (run.cells);
}
#define IMPORT(f, header, doubtful, ...) \
  import (f, header, doubtful, (const Row[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const Row[]) { __VA_ARGS__ })))

static gint64
count (Directory *f, const char *where)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM unit WHERE ", where, NULL);

  return directory_number (f, g_intern_string (sql));
}

#define GPS "block_name_hi|gp_name_hi|gp_name|code|lat|lon|population|sc"

static void
test_codes_and_names (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, GPS, PATAL_DOUBTFUL_SKIP,
    { "अकलपुर|आमगांव||90101", PATAL_FATE_SAME, NULL },
    { "अकलपुर|आमगाँव", PATAL_FATE_SAME, NULL },                                   /* folded, no code */
    { "अकलपुर||BARGAON||22.5|82.5|1200|100", PATAL_FATE_CHANGED, NULL },
    { "अकलपुर|चन्दनपुर|Chandanpur", PATAL_FATE_CHANGED, NULL },                     /* न् is ं, and the English name is added */
    { "अकलपुर|नयापारा|Nayapara|90109", PATAL_FATE_NEW, NULL },
    { "अकलपुर|नयापारा|Nayapara|90110", PATAL_FATE_NEW, NULL },                      /* another code, another place */
    { "अकलपुर|नयापारा|Nayapara|90110", PATAL_FATE_SAME, NULL },
    { "बलपुर|आमगांव", PATAL_FATE_SAME, NULL },                                     /* in its own block */
    { "अकलपुर|बरगांव नवीन||90102", PATAL_FATE_CHANGED, NULL });                    /* by code: the name is altered */
  g_assert_cmpint (count (f, "level = 'gp'"), ==, 6);
  g_assert_cmpint (count (f, "lgd_code = '90102' AND population = 1200 AND lat = 22.5 AND name_hi = 'बरगांव नवीन'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM unit_alias WHERE name = 'बरगांव'"), ==, 1); /* the old name is not lost */
  IMPORT (f, GPS, PATAL_DOUBTFUL_SKIP,
    { "अकलपुर|बरगांव||90102", PATAL_FATE_SAME, NULL }, { "अकलपुर|बरगांव नवीन||90102", PATAL_FATE_SAME, NULL });
}

static void
test_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = directory_dump (f), *after = NULL;

  IMPORT (f, GPS "|st|valid_from|valid_to", PATAL_DOUBTFUL_SKIP,
    { "अकलपुर|||90177", PATAL_FATE_REFUSED, "gp_name" },
    { "अकलपुर|नया|Naya|1234567", PATAL_FATE_REFUSED, "code" },
    { "अकलपुर|नया|||82.5|22.5", PATAL_FATE_REFUSED, "lat" },
    { "अकलपुर|नया|||22.5", PATAL_FATE_REFUSED, "lon" },
    { "अकलपुर|नया|||0|0", PATAL_FATE_REFUSED, "lat" },
    { "अकलपुर|नया|||||100|60|41", PATAL_FATE_REFUSED, "population" },
    { "अकलपुर|नया|||||-5", PATAL_FATE_REFUSED, "population" },
    { "अकलपुर|नया|||||||10|2021-05-01|2020-05-01", PATAL_FATE_REFUSED, "valid_to" },
    { "|नया", PATAL_FATE_REFUSED, "block_name" },
    { "अकलपुर|महायोग|||||9999", PATAL_FATE_REFUSED, "gp_name_hi" },
    { "अकलपुर||||||9999", PATAL_FATE_REFUSED, "gp_name" }); /* would be the population of the block */
  after = directory_dump (f);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count (f, "level = 'gp'"), ==, 4);
}

static void
test_file_contradicts (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, GPS, PATAL_DOUBTFUL_SKIP, { "अकलपुर|आमगांव|||||100|60", PATAL_FATE_CHANGED, NULL });
  IMPORT (f, "block_name|gp_name|st", PATAL_DOUBTFUL_SKIP, { "Akalpur|Amgaon|41", PATAL_FATE_REFUSED, "st" },
          { "Akalpur|Amgaon|40", PATAL_FATE_CHANGED, NULL });
}

static const Row near_rows[] = {
  { "अकलपुर|आमागांव", PATAL_FATE_DOUBTFUL, "आमगांव (90101), अकलपुर" },
  { "अकलपुर||Chandan Pur", PATAL_FATE_DOUBTFUL, "चंदनपुर (90103)" },               /* in the other script */
  { "अकलपुर|बरगांव-2", PATAL_FATE_DOUBTFUL, "बरगांव (90102)" },
  { "अकलपुर|आमागांव", PATAL_FATE_DOUBTFUL, "आमगांव (90101), अकलपुर" },             /* as the first */
  { "अकलपुर|आमागांव||90155", PATAL_FATE_NEW, NULL },                               /* two codes are two places */
};

static void
test_near_skipped (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  import (f, GPS, PATAL_DOUBTFUL_SKIP, near_rows, 4);
  g_assert_cmpint (count (f, "level = 'gp'"), ==, 4);
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM unit_alias"), ==, 0);
  import (f, GPS, PATAL_DOUBTFUL_SKIP, near_rows + 4, 1);
  g_assert_cmpint (count (f, "level = 'gp'"), ==, 5);
}

static void
test_near_new (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  import (f, GPS, PATAL_DOUBTFUL_NEW, near_rows, 4);
  g_assert_cmpint (count (f, "level = 'gp'"), ==, 7); /* the two of one name are one */
}

static void
test_near_merged (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  import (f, GPS, PATAL_DOUBTFUL_MERGE, near_rows, 4);
  g_assert_cmpint (count (f, "level = 'gp'"), ==, 4);
  g_assert_cmpint (count (f, "name_hi = 'आमगांव' AND lgd_code = '90101'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM unit_alias WHERE name = 'आमागांव'"), ==, 1);
  IMPORT (f, GPS, PATAL_DOUBTFUL_SKIP, { "अकलपुर|आमागांव", PATAL_FATE_SAME, NULL }); /* now a known spelling */
}

static void
test_one_list (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, GPS, PATAL_DOUBTFUL_SKIP,
    { "अकलपुर||Korbi", PATAL_FATE_NEW, NULL },
    { "अकलपुर||Korbi C", PATAL_FATE_NEW, NULL },        /* one list that says both means both */
    { "अकलपुर||Korbi-2", PATAL_FATE_NEW, NULL },
    { "अकलपुर||Korbi (Naya)", PATAL_FATE_NEW, NULL },
    { "अकलपुर||Khaira", PATAL_FATE_NEW, NULL },
    { "अकलपुर||Korbee", PATAL_FATE_DOUBTFUL, "Korbi, अकलपुर" },
    { "अकलपुर||Khaira|||||", PATAL_FATE_SAME, NULL },
    { "अकलपुर||Khaira||22.1|82.1", PATAL_FATE_CHANGED, NULL },
    { "अकलपुर||Khaira||22.2|82.1", PATAL_FATE_DOUBTFUL, "Khaira, अकलपुर" });
  g_assert_cmpint (count (f, "level = 'gp'"), ==, 9);
  g_assert_cmpint (count (f, "name_en = 'Khaira' AND lat = 22.1"), ==, 1);
}

static void
test_blocks (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, "block_name|block_name_hi|gp_name|gp_code", PATAL_DOUBTFUL_SKIP,
    { "AKALPUR (TEST)||Amgaon|90101", PATAL_FATE_SAME, NULL },  /* a note, another case */
    { "|अक्लपूर|Bargaon|", PATAL_FATE_SAME, NULL },              /* by its sound */
    { "Akalpura||Amgaon|", PATAL_FATE_SAME, NULL },             /* a letter, and the place is in it */
    { "Balpur-2||Newgaon|", PATAL_FATE_DOUBTFUL, "बलपुर" },       /* a number: a person decides */
    { "Chandpur||Newgaon|", PATAL_FATE_NEW, NULL });
  g_assert_cmpint (count (f, "level = 'block'"), ==, 3);
  IMPORT (f, "block_name|gp_name", PATAL_DOUBTFUL_MERGE,
    { "Balpur-2|Newgaon", PATAL_FATE_DOUBTFUL, "बलपुर" }, { "Balpur-2|Newgaon", PATAL_FATE_DOUBTFUL, "बलपुर" });
  g_assert_cmpint (count (f, "level = 'block'"), ==, 3);
  g_assert_cmpint (count (f, "name_en = 'Newgaon'"), ==, 2); /* once here, once in Chandpur */
}

static void
test_block_rows (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, "district_name|block_name|block_name_hi|block_code", PATAL_DOUBTFUL_SKIP,
    { "PARIKSHANPUR|AKALPUR||901", PATAL_FATE_SAME, NULL },
    { "PARIKSHANPUR|Devpur|देवपुर|903", PATAL_FATE_NEW, NULL },
    { "PARIKSHANPUR|Devpur|देवपुर|903", PATAL_FATE_SAME, NULL },
    { "PARIKSHANPUR|Devpur II||904", PATAL_FATE_NEW, NULL },
    { "PARIKSHANPUR|||905", PATAL_FATE_REFUSED, "block_code" },
    { "Doorpur|Door||", PATAL_FATE_NEW, NULL });
  g_assert_cmpint (count (f, "level = 'block'"), ==, 5);
  g_assert_cmpint (count (f, "level = 'district'"), ==, 2);
}

/* A block that another district of the file has: the district was cut in two. */
static void
test_recut (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, "district_name_hi|block_name_hi|gp_name_hi", PATAL_DOUBTFUL_SKIP,
    { "नवजिला|बलपुर|आमगांव", PATAL_FATE_DOUBTFUL, "आमगांव (90201), बलपुर" },
    { "नवजिला|बलपुर|दूरगांव", PATAL_FATE_NEW, NULL });
  g_assert_cmpint (count (f, "level = 'district'"), ==, 2);
  /* The new block is in the file now: what was passed over is asked again, and what was merged is not. */
  IMPORT (f, "district_name_hi|block_name_hi|gp_name_hi|lat|lon", PATAL_DOUBTFUL_MERGE,
    { "नवजिला|बलपुर|आमगांव|22.1|82.1", PATAL_FATE_DOUBTFUL, "आमगांव (90201), बलपुर" });
  IMPORT (f, "district_name_hi|block_name_hi|gp_name_hi|lat|lon", PATAL_DOUBTFUL_MERGE,
    { "नवजिला|बलपुर|आमगांव|22.1|82.1", PATAL_FATE_SAME, NULL }, { "नवजिला|बलपुर|दूरगांव||", PATAL_FATE_SAME, NULL });
  g_assert_cmpint (count (f, "name_hi = 'आमगांव' AND lat = 22.1"), ==, 1);
}

/* Two rows of one list that a person said are one place: again, they are the same, and the earlier stands. */
static void
test_merged_again (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, GPS, PATAL_DOUBTFUL_MERGE,
    { "अकलपुर||Panora|90150|22.1|82.1", PATAL_FATE_NEW, NULL },
    { "अकलपुर||Pantora|90150|22.2|82.2|700", PATAL_FATE_DOUBTFUL, "Panora" });
  g_assert_cmpint (count (f, "lgd_code = '90150' AND lat = 22.1 AND population = 700"), ==, 1);
  IMPORT (f, GPS, PATAL_DOUBTFUL_MERGE,
    { "अकलपुर||Panora|90150|22.1|82.1", PATAL_FATE_SAME, NULL },
    { "अकलपुर||Pantora|90150|22.2|82.2|700", PATAL_FATE_SAME, NULL });
  IMPORT (f, GPS, PATAL_DOUBTFUL_SKIP, { "अकलपुर||Pantora|90150|22.2|82.2", PATAL_FATE_CHANGED, NULL }); /* nothing contradicts it here */
}

static void
test_moved (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, GPS, PATAL_DOUBTFUL_MERGE, { "बलपुर|बरगांव||90102", PATAL_FATE_DOUBTFUL, "बरगांव (90102), अकलपुर" });
  g_assert_cmpint (count (f, "lgd_code = '90102' AND parent = (SELECT id FROM unit WHERE lgd_code = '902')"), ==, 1);
  /* The same code in another district is another place. */
  IMPORT (f, "district_name|block_name|gp_name|gp_code", PATAL_DOUBTFUL_SKIP, { "Doorpur|Door|Bargaon|90102", PATAL_FATE_NEW, NULL });
  g_assert_cmpint (count (f, "lgd_code = '90102'"), ==, 2);
}

static void
test_villages (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  IMPORT (f, "block_name|gp_name|village_name|village_code", PATAL_DOUBTFUL_SKIP,
    { "Akalpur|Amgaon|Amgaon|5001", PATAL_FATE_NEW, NULL },
    { "Akalpur|Devgaon|Devgaon|5002", PATAL_FATE_NEW, NULL },      /* makes its panchayat */
    { "Akalpur|Devgaon||", PATAL_FATE_SAME, NULL });
  g_assert_cmpint (count (f, "level = 'village'"), ==, 2);
  g_assert_cmpint (count (f, "level = 'gp'"), ==, 5);
  /* The directory of villages names no panchayats: what has a code is found, what is not known is not placed by guessing. */
  IMPORT (f, "district_name|subdistrict_name|village_name_hi|village_code", PATAL_DOUBTFUL_SKIP,
    { "Parikshanpur|Akalpur|आमगांव|5001", PATAL_FATE_CHANGED, NULL },
    { "Parikshanpur|Akalpur|अनजान|5009", PATAL_FATE_REFUSED, "gp_name" });
  g_assert_cmpint (count (f, "level = 'village' AND name_hi = 'आमगांव'"), ==, 1);
}

static void
test_scripts_and_spellings (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  /* What stands in which column does not matter, its script does. */
  IMPORT (f, "block_name|gp_name|gp_name_hi|aliases", PATAL_DOUBTFUL_SKIP,
    { "अकलपुर|देवगांव|Devgaon|Deogaon; देवगाम", PATAL_FATE_NEW, NULL }, { "AKALPUR||Devgaon|", PATAL_FATE_SAME, NULL },
    { "AKALPUR|देवगाम||", PATAL_FATE_SAME, NULL }, { "AKALPUR|Amgaon||ఆమ్‌గావ్", PATAL_FATE_CHANGED, NULL });
  g_assert_cmpint (count (f, "name_hi = 'देवगांव' AND name_en = 'Devgaon'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM unit_alias"), ==, 3);
}

static void
test_undo (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = district_file_dump (f->db), *after = NULL;
  g_autoptr (GError) error = NULL;

  IMPORT (f, GPS, PATAL_DOUBTFUL_MERGE, { "अकलपुर|बरगांव नवीन||90102|22.5|82.5|10|1", PATAL_FATE_CHANGED, NULL },
          { "दूरखण्ड|दूरगांव||", PATAL_FATE_NEW, NULL }, { "अकलपुर|आमागांव", PATAL_FATE_DOUBTFUL, "आमगांव" });
  patal_db_undo (f->db, NULL, &error);
  g_assert_no_error (error);
  after = district_file_dump (f->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_no_column (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree gboolean *mapped = g_new0 (gboolean, patal_unit_import.n_fields);
  g_autoptr (GError) error = NULL;

  mapped[field_index ("lat")] = TRUE;
  g_assert_null (patal_unit_import.begin (f->db, mapped, &error));
  g_assert_error (error, PATAL_UNIT_ERROR, PATAL_UNIT_ERROR_NAME);
  patal_unit_import.end (NULL);
}

/* No header means two fields, and none guesses what a bare जनपद is. */
static void
test_synonyms (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < patal_unit_import.n_fields; i++)
    for (const char *const *synonym = patal_unit_import.fields[i].synonyms; *synonym != NULL; synonym++)
      {
        char *folded = patal_text_fold (*synonym, PATAL_FOLD_MATCH);
        gpointer other = g_hash_table_lookup (seen, folded);

        if (other != NULL && GPOINTER_TO_UINT (other) != i + 1)
          g_error ("%s means two fields", *synonym);
        g_assert_cmpstr (folded, !=, "जनपद");
        g_hash_table_insert (seen, folded, GUINT_TO_POINTER (i + 1));
      }
  g_assert_false (g_hash_table_contains (seen, "gpname2019"));
  g_assert_true (g_hash_table_contains (seen, "gplgd"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/unit-import/codes-and-names", test_codes_and_names);
  DIRECTORY_TEST ("/unit-import/refused", test_refused);
  DIRECTORY_TEST ("/unit-import/file-contradicts", test_file_contradicts);
  DIRECTORY_TEST ("/unit-import/near-skipped", test_near_skipped);
  DIRECTORY_TEST ("/unit-import/near-new", test_near_new);
  DIRECTORY_TEST ("/unit-import/near-merged", test_near_merged);
  DIRECTORY_TEST ("/unit-import/one-list", test_one_list);
  DIRECTORY_TEST ("/unit-import/blocks", test_blocks);
  DIRECTORY_TEST ("/unit-import/block-rows", test_block_rows);
  DIRECTORY_TEST ("/unit-import/recut", test_recut);
  DIRECTORY_TEST ("/unit-import/merged-again", test_merged_again);
  DIRECTORY_TEST ("/unit-import/moved", test_moved);
  DIRECTORY_TEST ("/unit-import/villages", test_villages);
  DIRECTORY_TEST ("/unit-import/scripts-and-spellings", test_scripts_and_spellings);
  DIRECTORY_TEST ("/unit-import/undo", test_undo);
  DIRECTORY_TEST ("/unit-import/no-column", test_no_column);
  g_test_add_func ("/unit-import/synonyms", test_synonyms);
  return g_test_run ();
}
