/* test-trainer-import.c: master trainers out of lists
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "training.h"
#include "directory-import.h"
#include "patal-trainer.h"

#define IMPORT (&patal_trainer_import)
#define HEAD "नाम,पद,विकासखण्ड,ग्राम पंचायत,मोबाइल,गतिविधि,स्रोत,दिनांक से,दिनांक तक\n"

static gint64
trainer_of (Trainings *f, gint64 person)
{
  gint64 id = 0;

  g_assert_true (patal_db_int (f->d.db, "SELECT ifnull ((SELECT id FROM trainer WHERE person = ?1), 0)", PATAL_ARGS (PATAL_INT (person)), &id, NULL));
  return id;
}

static void
test_list (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *csv = HEAD "सहायक I8,जी.आर.एस.,अकलपुर,ग्राम-08,,\"CIB, सात पंजी\",,01.04.2026,10.04.2026\n"
                         "सहायक I8,GRS,अकलपुर,ग्राम-08,,JOBCARD,,20.04.2026,25.04.2026\n"
                         "सचिव A0,सचिव,अकलपुर,ग्राम-02,,,,,\n";
  g_auto (PatalTrainer) trainer = { 0 };
  g_autoptr (GPtrArray) days = NULL;
  gint64 before = directory_number (&f->d, "SELECT count (*) FROM person");
  g_autoptr (GError) error = NULL;

  ASSERT_IMPORT (&f->d, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "NCD"); /* nobody there is called as the last */
  ASSERT_IMPORT (&f->d, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "SSD");
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM person"), ==, before);
  g_assert_true (patal_trainer_load (f->d.db, trainer_of (f, f->grs[7]), &trainer, &error));
  g_assert_no_error (error);
  g_assert_true (trainer.source == PATAL_TRAINER_MODEL_GP && trainer.home == 0 && trainer.subjects->len == 3);
  days = patal_person_days (f->d.db, f->grs[7], NULL);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_true (((PatalPersonDays *) g_ptr_array_index (days, 1))->span.from == DAY (2026, 4, 20));
  g_assert_true (patal_db_undo (f->d.db, NULL, NULL));
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM trainer"), ==, 4);
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM person_days"), ==, 0);
}

/* One who is a trainer already gets what the list adds. */
static void
test_change (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTrainer) trainer = { 0 };

  ASSERT_IMPORT (&f->d, IMPORT, HEAD "अधिकारी C2,PO,बलपुर,,,CIB,,,\n", PATAL_DOUBTFUL_SKIP, "S");
  ASSERT_IMPORT (&f->d, IMPORT, HEAD "अधिकारी C2,PO,बलपुर,,,,संकाय,,\n", PATAL_DOUBTFUL_SKIP, "C");
  g_assert_true (patal_trainer_load (f->d.db, f->trainer[2], &trainer, NULL));
  g_assert_true (trainer.source == PATAL_TRAINER_FACULTY && trainer.subjects->len == 4);
}

static void
test_unknown (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *csv = HEAD "डॉ. मीरा शर्मा,,अकलपुर,,9876543210,CIB,संकाय,,\n";
  gint64 before = directory_number (&f->d, "SELECT count (*) FROM person");
  g_autoptr (PatalImportRun) run = directory_preview (&f->d, IMPORT, csv);

  g_assert_cmpint (patal_import_run_verdict (run, 0)->doubt, ==, PATAL_DOUBT_UNKNOWN);
  ASSERT_IMPORT (&f->d, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "D");
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM person"), ==, before);
  ASSERT_IMPORT (&f->d, IMPORT, HEAD "डॉ. मीरा शर्मा,,अकलपुर,,9876543210,CIB,संकाय,,\nडॉ. मीरा शर्मा,,अकलपुर,,9876543210,REGISTER,,,\n",
                 PATAL_DOUBTFUL_NEW, "DD"); /* one person, whatever the number of rows */
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM trainer_subject WHERE trainer = (SELECT max (id) FROM trainer)"), ==, 2);
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM person"), ==, before + 1);
  g_assert_cmpint (directory_number (&f->d, "SELECT home FROM trainer ORDER BY id DESC LIMIT 1"), ==, f->block[0]);
  ASSERT_IMPORT (&f->d, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "S"); /* found by the mobile number now */
}

/* What agrees in part only is asked; a person decides. */
static void
test_doubts (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  ASSERT_IMPORT (&f->d, IMPORT, HEAD "सहायक J9,,,,,CIB,,,\n", PATAL_DOUBTFUL_SKIP, "D"); /* where is not said */
  g_assert_cmpint (trainer_of (f, f->grs[8]), ==, 0);
  ASSERT_IMPORT (&f->d, IMPORT, HEAD "सहायक J9,,,,,CIB,,,\n", PATAL_DOUBTFUL_MERGE, "D");
  g_assert_cmpint (trainer_of (f, f->grs[8]), !=, 0);
  ASSERT_IMPORT (&f->d, IMPORT, HEAD "सहायक L11,सचिव,बलपुर,ग्राम-12,,CIB,,,\n", PATAL_DOUBTFUL_SKIP, "D"); /* is the GRS, and elsewhere */
}

static void
test_refused (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *row, *field; } cases[] = {
    { "रिक्त,सचिव,अकलपुर,ग्राम-08,,CIB,,,", "name" },
    { "नया व्यक्ति,,,,,CIB,,,", "name" }, /* nobody knows from where */
    { "सहायक I8,कोई पद,अकलपुर,ग्राम-08,,CIB,,,", "post" },
    { "सहायक I8,GRS,अकलपुर,कहीं नहीं,,CIB,,,", "gp_hi" },
    { "सहायक I8,GRS,अकलपुर,ग्राम-08,12345,CIB,,,", "mobile" },
    { "सहायक I8,GRS,अकलपुर,ग्राम-08,,बागवानी,,,", "subjects" },
    { "सहायक I8,GRS,अकलपुर,ग्राम-08,,CIB,चांद,,", "source" },
    { "सहायक I8,GRS,अकलपुर,ग्राम-08,,CIB,,01.04.2026,", "to" },
    { "सहायक I8,GRS,अकलपुर,ग्राम-08,,CIB,,02.04.2026,01.04.2026", "to" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strconcat (HEAD, cases[i].row, "\n", NULL);

      g_test_message ("%s", cases[i].row);
      g_assert_cmpstr (directory_fault (&f->d, IMPORT, csv, PATAL_FATE_REFUSED), ==, cases[i].field);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAINING_TEST ("/trainer-import/list", test_list);
  TRAINING_TEST ("/trainer-import/change", test_change);
  TRAINING_TEST ("/trainer-import/unknown", test_unknown);
  TRAINING_TEST ("/trainer-import/doubts", test_doubts);
  TRAINING_TEST ("/trainer-import/refused", test_refused);
  return g_test_run ();
}
