/* test-work-import.c: works out of lists
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"
#include "directory-import.h"
#include "patal-work-row.h"
#include <string.h>

#define IMPORT (&patal_work_import)
#define HEAD "विकासखण्ड,ग्राम पंचायत,कार्य का नाम,कार्य कोड,वित्तीय वर्ष,मजदूरी,सामग्री,कुल,स्थिति,प्रारंभ तिथि,पूर्णता तिथि\n"

static PatalWork
load_only (Directory *f)
{
  PatalWork work;
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_work_load (f->db, directory_number (f, "SELECT max (id) FROM work"), &work, &error));
  g_assert_no_error (error);
  return work;
}

static void
test_all_columns (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalWork) work = { 0 };
  g_autofree char *materials = NULL;
  const char *csv
    = "क्र.,जनपद पंचायत,ग्राम पंचायत,ग्राम,योजना,कार्य का नाम,Work Name,Work Code,कार्य प्रकार,प्रकार,हितग्राही का नाम,पिता/पति का नाम,जॉब कार्ड क्र.,"
      "वित्तीय वर्ष,तकनीकी स्वीकृति क्र. व दिनांक,प्रशासकीय स्वीकृति क्रमांक,प्रशासकीय स्वीकृति दिनांक,स्वीकृत राशि मजदूरी (लाख में),"
      "स्वीकृत राशि सामग्री (लाख में),स्वीकृत राशि योग (लाख में),अनुमानित मानव दिवस,मजदूरी दर (रु.),प्रमुख सामग्री,क्रियान्वयन एजेंसी,अभिसरण,कार्य की स्थिति,"
      "प्रारंभ तिथि,पूर्णता तिथि,व्यय मजदूरी,व्यय सामग्री,कुल व्यय,सृजित मानव दिवस,अक्षांश,देशांतर,टिप्पणी\n"
      "1,अकलपुर,आमगांव,बरपाली,मनरेगा,डबरी निर्माण,Dug-out pond,3316004012/IF/77,जल संरक्षण,हितग्राही मूलक,सुकवारा बाई,राम लाल,CG-16-004-012-001/123,"
      "2021-22,TS/45 दिनांक 12.05.2021,AS/46,15.05.2021,1.2,0.8,2,620,193,सीमेंट: 250 बोरी: 87500; रेत,ग्राम पंचायत,उद्यानिकी,भौतिक रूप से पूर्ण,"
      "01.06.2021,20 दिसम्बर 2021,\"₹ 1,19,000/-\",79000.50,1.98 लाख,615,21.9,82.5,पहाड़ी के पास\n";

  ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "N");
  ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "S");
  ASSERT_IMPORT (f, IMPORT, "gp code,work,code,lat,lon\n90101,डबरी निर्माण,3316004012/IF/77,21.9000004,82.5\n", PATAL_DOUBTFUL_SKIP, "S");
  work = load_only (f);
  g_assert_cmpint (work.gp, ==, f->gp[0]);
  g_assert_cmpint (work.scheme, ==, WORKS_MGNREGA);
  g_assert_cmpstr (work.name_hi, ==, "डबरी निर्माण");
  g_assert_cmpstr (work.name_en, ==, "Dug-out pond");
  g_assert_cmpstr (work.village, ==, "बरपाली");
  g_assert_cmpstr (work.code, ==, "3316004012/IF/77");
  g_assert_cmpstr (work.category, ==, "जल संरक्षण");
  g_assert_true (work.kind == PATAL_WORK_INDIVIDUAL && work.status == PATAL_WORK_COMPLETED && work.fy == 2021);
  g_assert_cmpstr (work.beneficiary, ==, "सुकवारा बाई");
  g_assert_cmpstr (work.guardian, ==, "राम लाल");
  g_assert_cmpstr (work.job_card, ==, "CG-16-004-012-001/123");
  g_assert_cmpstr (work.ts_no, ==, "TS/45");
  g_assert_cmpint (work.ts_day, ==, DAY (2021, 5, 12));
  g_assert_cmpstr (work.as_no, ==, "AS/46");
  g_assert_cmpint (work.as_day, ==, DAY (2021, 5, 15));
  g_assert_true (work.sanctioned.wage_paise == 12000000 && work.sanctioned.material_paise == 8000000 && work.sanctioned.total_paise == 20000000);
  g_assert_true (work.days == 620 && work.rate_paise == 19300 && work.spent_days == 615);
  materials = patal_materials_format (work.materials);
  g_assert_cmpstr (materials, ==, "सीमेंट: 250 बोरी: 87,500\nरेत");
  g_assert_cmpstr (work.agency, ==, "ग्राम पंचायत");
  g_assert_cmpstr (work.convergence, ==, "उद्यानिकी");
  g_assert_true (work.start == DAY (2021, 6, 1) && work.end == DAY (2021, 12, 20));
  g_assert_true (work.spent.wage_paise == 11900000 && work.spent.material_paise == 7900050 && work.spent.total_paise == 19800000);
  g_assert_true (work.has_place && work.lat == 21.9 && work.lon == 82.5);
  g_assert_cmpstr (work.remark, ==, "पहाड़ी के पास");
}

/* The portal's English headings, two rows of them, merged. */
static void
test_portal (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalWork) work = { 0 };
  const char *csv
    = "List of works (Rs. in lakhs),,,,,,,,,,\n"
      "S.No.,Block,Panchayat,Work Code,Work Name,Work Status,Sanctioned Amount,,,Expenditure Incurred,\n"
      ",,,,,,Unskilled,Material,Total,Unskilled,Material\n"
      "1,AKALPUR,BARGAON,3316/IF/9,Construction of well,Physically Completed,0.9,1.1,2.0,0.85,1.05\n"
      "Total,,,,,,0.9,1.1,2.0,0.85,1.05\n";

  ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "N");
  work = load_only (f);
  g_assert_cmpint (work.gp, ==, f->gp[1]);
  g_assert_null (work.name_hi);
  g_assert_cmpstr (work.name_en, ==, "Construction of well");
  g_assert_true (work.kind == PATAL_WORK_INDIVIDUAL && work.status == PATAL_WORK_COMPLETED); /* a work of the portal's kind IF */
  g_assert_true (work.sanctioned.wage_paise == 9000000 && work.sanctioned.total_paise == 20000000);
  g_assert_true (work.spent.wage_paise == 8500000 && work.spent.material_paise == 10500000 && work.spent.total_paise == PATAL_WORK_UNKNOWN);
}

static void
test_words (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *word; PatalWorkStatus status; } cases[] = {
    { "प्रगतिरत", PATAL_WORK_ONGOING },   { "On-going", PATAL_WORK_ONGOING },            { "In Progress", PATAL_WORK_ONGOING },
    { "पूर्ण", PATAL_WORK_COMPLETED },     { "Physically completed", PATAL_WORK_COMPLETED }, { "बन्द", PATAL_WORK_CLOSED },
    { "स्वीकृत", PATAL_WORK_SANCTIONED },  { "अप्रारम्भ", PATAL_WORK_SANCTIONED },           { "CLOSED", PATAL_WORK_CLOSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strdup_printf (HEAD "अकलपुर,आमगांव,काम %zu,,2021,,,1 लाख,%s,,\n", i, cases[i].word);
      g_auto (PatalWork) work = { 0 };

      ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "N");
      work = load_only (f);
      g_assert_cmpint (work.status, ==, cases[i].status);
      g_assert_cmpint (work.fy, ==, 2021);
      g_assert_cmpint (patal_work_money_total (&work.sanctioned), ==, 10000000); /* of lists that have a total only */
    }
}

/* What is not said is guessed from what is. */
static void
test_guesses (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalWork) work = { 0 };

  ASSERT_IMPORT (f, IMPORT, "ग्राम पंचायत कोड,work name,प्रारंभ तिथि,हितग्राही\n90101,तालाब,01/06/2021,राम\n", PATAL_DOUBTFUL_SKIP, "N");
  work = load_only (f);
  g_assert_cmpstr (work.name_hi, ==, "तालाब"); /* below an English heading */
  g_assert_null (work.name_en);
  g_assert_true (work.status == PATAL_WORK_ONGOING && work.kind == PATAL_WORK_INDIVIDUAL);
  ASSERT_IMPORT (f, IMPORT, "ग्राम पंचायत कोड,कार्य,पूर्णता तिथि\n90101,तालाब,01/07/2021\n", PATAL_DOUBTFUL_SKIP, "C");
  patal_work_clear (&work);
  work = load_only (f);
  g_assert_true (work.status == PATAL_WORK_COMPLETED && work.end == DAY (2021, 7, 1));
}

/* Signs for nothing are nothing, and the portal's code may stand behind the name. */
static void
test_cells (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalWork) work = { 0 };

  ASSERT_IMPORT (f, IMPORT, "gp code,work,code,beneficiary,job card,status,rate,fy\n90101,क,-,NA,0,--,0,-\n90101,ख,-,NA,0,--,0,-\n",
                 PATAL_DOUBTFUL_SKIP, "NN");
  work = load_only (f);
  g_assert_true (work.code == NULL && work.beneficiary == NULL && work.job_card == NULL && work.fy == 0);
  g_assert_true (work.kind == PATAL_WORK_COMMUNITY && work.rate_paise == PATAL_WORK_UNKNOWN);
  ASSERT_IMPORT (f, IMPORT, "gp code,Work Name (Work Code)\n90102,कुआँ निर्माण (नया) (3316004012/IF/77)\n90102,सड़क (पुलिया सहित)\n", PATAL_DOUBTFUL_SKIP, "NN");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE name_hi = 'कुआँ निर्माण (नया)' AND code = '3316004012/IF/77'"
                                        " AND kind = 'individual'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE name_hi = 'सड़क (पुलिया सहित)' AND code IS NULL"), ==, 1);
  /* a total that only says what the parts add up to is no change */
  ASSERT_IMPORT (f, IMPORT, "gp code,work,code,मजदूरी,सामग्री\n90103,ग,3316004012/1,100,50\n", PATAL_DOUBTFUL_SKIP, "N");
  ASSERT_IMPORT (f, IMPORT, "gp code,work,code,मजदूरी,सामग्री,कुल\n90103,ग,3316004012/1,100,50,150\n", PATAL_DOUBTFUL_SKIP, "S");
  ASSERT_IMPORT (f, IMPORT, "gp code,work,code,मजदूरी,सामग्री,कुल\n90103,ग,3316004012/1,100,50,160\n", PATAL_DOUBTFUL_SKIP, "C");
}

/* A sanction's number with its day in one column, as offices head and write it. */
static void
test_orders (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const heads[] = { "प्र.स्वी. क्र. एवं दिनांक", "प्रशासकीय स्वीकृति क्रमांक एवं दिनांक", "AS No. & Date", "प्र. स्वी. क्रमांक व दिनांक" };
  const struct { const char *cell, *no; PatalDay day; } cases[] = {
    { "क्र./1123/मनरेगा/2025 दि. 12.06.2025", "क्र./1123/मनरेगा/2025", DAY (2025, 6, 12) },
    { "1124 दिनांक 12-6-25", "1124", DAY (2025, 6, 12) },
    { "1131 / 14.06.2025", "1131", DAY (2025, 6, 14) },
    { "1131/14.06.2025", "1131", DAY (2025, 6, 14) },
    { "1131 (14/06/2025)", "1131", DAY (2025, 6, 14) },
    { "1131/मनरेगा/2025", "1131/मनरेगा/2025", PATAL_DAY_NONE },
    { "1131/14/06/2025", "1131/14/06/2025", PATAL_DAY_NONE }, /* where the number ends nobody can say */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strdup_printf ("gp code,कार्य,%s\n90101,काम %zu,%s\n", heads[i % G_N_ELEMENTS (heads)], i, cases[i].cell);
      g_auto (PatalWork) work = { 0 };

      ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "N");
      work = load_only (f);
      g_assert_cmpstr (work.as_no, ==, cases[i].no);
      g_assert_cmpint (work.as_day, ==, cases[i].day);
    }
}

/* One heading for two things: the words below it say which. */
static void
test_kind_in_category (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *cell, *category; PatalWorkKind kind; } cases[] = {
    { "हितग्राही मूलक", NULL, PATAL_WORK_INDIVIDUAL }, { "सामु.", NULL, PATAL_WORK_COMMUNITY },
    { "IF", NULL, PATAL_WORK_INDIVIDUAL },           { "तालाब", "तालाब", PATAL_WORK_COMMUNITY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strdup_printf ("gp code,कार्य,कार्य का प्रकार\n90101,काम %zu,%s\n", i, cases[i].cell);
      g_auto (PatalWork) work = { 0 };

      ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "N");
      work = load_only (f);
      g_assert_cmpstr (work.category, ==, cases[i].category);
      g_assert_cmpint (work.kind, ==, cases[i].kind);
    }
}

/* A day that cannot be read costs that day only, and a person says so; words for nothing cost nothing. */
static void
test_bad_day (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *list = "gp code,work,start\n90101,क,32/07/2025\n90101,ख,निरंक\n90101,ग,शून्य\n90101,घ,NA\n90101,क,\n";
  g_autoptr (PatalImportRun) run = directory_preview (f, IMPORT, list);
  g_autofree char *described = patal_import_run_describe (run, f->db, 0);

  g_assert_cmpint (patal_import_run_verdict (run, 0)->fate, ==, PATAL_FATE_DOUBTFUL);
  g_assert_cmpint (patal_import_run_verdict (run, 0)->doubt, ==, PATAL_DOUBT_VALUE);
  g_assert_cmpint (patal_import_run_verdict (run, 0)->field, ==, PATAL_WORK_FIELD_START);
  g_assert_null (described);
  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_SKIP, "DNNNN"); /* the last is the first without its day: it is asked of no more */
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 4);
  ASSERT_IMPORT (f, IMPORT, "gp code,work,start\n90102,क,32/07/2025\n", PATAL_DOUBTFUL_MERGE, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE start_day IS NULL"), ==, 5);
  ASSERT_IMPORT (f, IMPORT, "gp code,work,start\n90102,क,32/07/2025\n", PATAL_DOUBTFUL_MERGE, "S");
  ASSERT_IMPORT (f, IMPORT, "gp code,work,start\n90102,,32/07/2025\n", PATAL_DOUBTFUL_MERGE, "R");
}

/* A block's total is no work of a gram panchayat "योग". */
static void
test_block_total (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = directory_preview (f, IMPORT, HEAD "अकलपुर,आमगांव,क,,2021-22,1,2,3,पूर्ण,,\n"
                                                                 "अकलपुर,योग,,,,1,2,3,,,\n" "अकलपुर,कुल योग,,,,1,2,3,,,\n" ",महायोग,,,,1,2,3,,,\n");

  g_assert_cmpuint (patal_import_run_n_rows (run), ==, 1);
  g_assert_cmpuint (patal_import_run_n_aside (run), ==, 3);
}

/* What is doubted is told apart, and the counts are of what was done. */
static void
test_doubted_place (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *list = HEAD "अकलपुर,बारगांव,पुल,,2021-22,1,2,3,,,\n" "अकलपुर,बारगांव,पुल,,2021-22,1,2,3,,,\n";
  g_autoptr (PatalImportRun) run = directory_preview (f, IMPORT, list);
  g_autofree char *described = patal_import_run_describe (run, f->db, 0);
  g_autoptr (GError) error = NULL;
  guint taken;

  g_assert_cmpint (patal_import_run_verdict (run, 0)->doubt, ==, PATAL_DOUBT_PLACE);
  g_assert_cmpstr (described, ==, "बरगांव");
  patal_import_run_decide (run, 0, PATAL_DOUBTFUL_SKIP);
  patal_import_run_decide (run, 1, PATAL_DOUBTFUL_MERGE);
  g_assert_true (patal_import_run_commit (run, f->db, PATAL_REFUSED_LEAVE_OUT, &taken, NULL, &error));
  g_assert_true (taken == 1 && patal_import_run_n_added (run) == 1); /* the second brings it, as the first was left out */
}

/* It is the block that is doubted, so it is the block that is named. */
static void
test_doubted_block (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = directory_preview (f, IMPORT, HEAD "आकलपुर,आमगांव,पुल,,2021-22,1,2,3,,,\n");
  g_autofree char *described = patal_import_run_describe (run, f->db, 0);

  g_assert_cmpint (patal_import_run_verdict (run, 0)->field, ==, PATAL_WORK_FIELD_BLOCK_HI);
  g_assert_cmpstr (described, ==, "अकलपुर");
}

/* A name that is long for a board is a finding of that board, and no reason to leave out the work. */
static void
test_long_name (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *name = g_strnfill (121, 'k');
  g_autofree char *csv = g_strdup_printf ("gp code,work\n90101,%s\n", name);

  ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "N");
}

static void
test_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *row, *field; } cases[] = {
    { "अकलपुर,आमगांव,,,2021-22,1,2,3,पूर्ण,,", "name_hi" },
    { "अकलपुर,नहींगांव,क,,2021-22,1,2,3,पूर्ण,,", "gp_hi" },
    { "अकलपुर,,क,,2021-22,1,2,3,पूर्ण,,", "gp_hi" },
    { ",आमगांव,क,,2021-22,1,2,3,पूर्ण,,", "gp_hi" }, /* there are two */
    { "अकलपुर,(9 ग्राम पंचायत),क,,2021-22,1,2,3,पूर्ण,,", "gp_hi" },
    { "अकलपुर,आमगांव,क,,बहुत,1,2,3,पूर्ण,,", "fy" },
    { "अकलपुर,आमगांव,क,,1901,1,2,3,पूर्ण,,", "fy" },
    { "अकलपुर,आमगांव,क,,2021-22,-1,2,3,पूर्ण,,", "wage" },
    { "अकलपुर,आमगांव,क,,2021-22,1,2,तीन,पूर्ण,,", "total" },
    { "अकलपुर,आमगांव,क,,2021-22,1,2,3,अच्छा,,", "status" },
    { "अकलपुर,आमगांव,क,,2021-22,1,2,3,प्रगतिरत,01.06.2021,01.07.2021", "status" },
    { "अकलपुर,आमगांव,क,,2021-22,1,2,3,पूर्ण,01.08.2021,01.07.2021", "end" },
    { "अकलपुर,आमगांव,राम 2345 6789 0124,,2021-22,1,2,3,पूर्ण,,", "name_hi" },
    { "योग,,,,,1,2,3,क,,", NULL },
  };
  const struct { const char *csv, *field; } others[] = {
    { "gp code,work,जॉब कार्ड\n90101,क,123412341234\n", "job_card" },
    { "gp code,work,हितग्राही\n90101,क,राम 1234 1234 1234\n", "beneficiary" },
    { "gp code,work,प्रकार\n90101,क,बड़ा\n", "kind" },
    { "gp code,work,योजना\n90101,क,चाँद योजना\n", "scheme" },
    { "gp code,work,कार्यों की संख्या\n90101,क,4\n", "n_works" },
    { "gp code,work,lat\n90101,क,21.9\n", "lon" },
    { "gp code,work,lat,lon\n90101,क,82.5,21.9\n", "lat" },
    { "gp code,work,प्रमुख सामग्री\n90101,क,रेत: 1: बहुत\n", "materials" },
    { "gp code,work,मजदूरी दर\n90101,क,-5\n", "rate" },
    { "gp code,work,मानव दिवस\n90101,क,-4\n", "days" },
  };
  g_autofree char *before = directory_dump (f), *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strdup_printf (HEAD "%s\n", cases[i].row);

      g_assert_cmpstr (directory_fault (f, IMPORT, csv, PATAL_FATE_REFUSED), ==, cases[i].field);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpstr (directory_fault (f, IMPORT, others[i].csv, PATAL_FATE_REFUSED), ==, others[i].field);
  after = directory_dump (f);
  g_assert_cmpstr (before, ==, after);
}

static void
test_again (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *list = HEAD "अकलपुर,आमगांव,तालाब गहरीकरण,3316004012/WC/1,2021-22,100,50,150,प्रगतिरत,01.06.2021,\n"
                          "अकलपुर,आमगांव,डबरी निर्माण,,2021-22,100,50,150,स्वीकृत,,\n"
                          "अकलपुर,आमगांव,डबरी निर्माण,,2022-23,100,50,150,स्वीकृत,,\n" /* another year: another work */
                          "अकलपुर,बरगांव,डबरी निर्माण,,2021-22,100,50,150,स्वीकृत,,\n";

  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_SKIP, "NNNN");
  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_SKIP, "SSSS");
  ASSERT_IMPORT (f, IMPORT, HEAD "अकलपुर,आमगांव,तालाब का गहरीकरण,3316004012 / WC / 1,2021-22,100,50,150,पूर्ण,01.06.2021,20.12.2021\n"
                                 "अकलपुर,आमगांव,डबरी  निर्माण,,2021-22,100,60,160,स्वीकृत,,\n"
                                 "अकलपुर,आमगांव,डबरी निर्माण,3316004012/IF/9,2022-23,,,,,,\n", PATAL_DOUBTFUL_SKIP, "CCC");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 4);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE name_hi = 'तालाब का गहरीकरण' AND status = 'completed'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE total_paise = 16000 AND name_hi = 'डबरी निर्माण'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE fy = 2022 AND code = '3316004012/IF/9' AND wage_paise = 10000"), ==, 1);
}

/* Works of one name in one year and one place: a district has thousands. */
static void
test_alike (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *list = HEAD "अकलपुर,आमगांव,डबरी निर्माण,,2021-22,100,50,150,स्वीकृत,,\n"
                          "अकलपुर,आमगांव,डबरी निर्माण,,2021-22,200,50,250,स्वीकृत,,\n"
                          "अकलपुर,आमगांव,डबरी निर्माण,,2021-22,100,50,150,स्वीकृत,,\n";

  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_SKIP, "NDS"); /* the third is the first once more */
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_NEW, "SDS");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 2);
  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_NEW, "SSS");
  ASSERT_IMPORT (f, IMPORT, HEAD "अकलपुर,आमगांव,डबरी निर्माण,,2021-22,300,50,350,स्वीकृत,,\n", PATAL_DOUBTFUL_SKIP, "D"); /* which of two? */
  ASSERT_IMPORT (f, IMPORT, "gp code,work,fy,हितग्राही\n90102,डबरी,2021-22,राम\n90102,डबरी,2021-22,श्याम\n", PATAL_DOUBTFUL_SKIP, "NN");
  ASSERT_IMPORT (f, IMPORT, "gp code,work,fy,हितग्राही\n90102,डबरी,2021-22,राम\n90102,डबरी,2021-22,श्याम\n", PATAL_DOUBTFUL_SKIP, "SS");
}

static void
test_doubts (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *first = "gp code,work,code,fy,total\n90101,कुआँ निर्माण,1,2021-22,100\n";

  ASSERT_IMPORT (f, IMPORT, first, PATAL_DOUBTFUL_SKIP, "N");
  /* a short code is a serial number; a name in the other script is known by its sound */
  ASSERT_IMPORT (f, IMPORT, "gp code,work,code\n90101,सड़क निर्माण,1\n", PATAL_DOUBTFUL_SKIP, "D");
  ASSERT_IMPORT (f, IMPORT, "gp code,work,fy\n90101,Kuan Nirman,2021-22\n", PATAL_DOUBTFUL_SKIP, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE name_en IS NULL AND name_hi = 'कुआँ निर्माण'"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, "gp code,work,fy\n90101,Kuan Nirman,2021-22\n", PATAL_DOUBTFUL_MERGE, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE name_en = 'Kuan Nirman' AND name_hi = 'कुआँ निर्माण'"), ==, 1);
  /* two rows say two things of one work */
  ASSERT_IMPORT (f, IMPORT, "gp code,work,code,total\n90102,क,3316004012/1,1\n90102,क,3316004012/1,2\n", PATAL_DOUBTFUL_MERGE, "ND");
  g_assert_cmpint (directory_number (f, "SELECT total_paise FROM work WHERE code = '3316004012/1'"), ==, 200);
  ASSERT_IMPORT (f, IMPORT, "gp code,work,code,total\n90102,क,3316004012/1,1\n90102,क,3316004012/1,2\n", PATAL_DOUBTFUL_NEW, "CD");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE code = '3316004012/1'"), ==, 2);
  /* a place by its sound: the work comes only if a person says so */
  ASSERT_IMPORT (f, IMPORT, HEAD "अकलपुर,बारगांव,पुल,,2021-22,1,2,3,,,\n", PATAL_DOUBTFUL_SKIP, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE name_hi = 'पुल'"), ==, 0);
  ASSERT_IMPORT (f, IMPORT, HEAD "अकलपुर,बारगांव,पुल,,2021-22,1,2,3,,,\n", PATAL_DOUBTFUL_NEW, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work WHERE name_hi = 'पुल'"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, HEAD "अकलपुर,बारगांव,पुल,,2021-22,1,2,3,,,\n", PATAL_DOUBTFUL_NEW, "S");
}

/* What a row says must agree with what the file has beside it. */
static void
test_contradiction (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  ASSERT_IMPORT (f, IMPORT, "gp code,work,code,start,status\n90101,क,3316004012/1,01.06.2021,प्रगतिरत\n", PATAL_DOUBTFUL_SKIP, "N");
  g_assert_cmpstr (directory_fault (f, IMPORT, "gp code,work,code,end\n90101,क,3316004012/1,01.05.2021\n", PATAL_FATE_REFUSED), ==, "end");
}

static void
test_recall (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = NULL;
  char **values;
  int status, total, name;

  ASSERT_IMPORT (f, IMPORT, HEAD "अकलपुर,आमगांव,तालाब,3316004012/1,2021-22,,,1.5 लाख,प्रगतिरत,,\n", PATAL_DOUBTFUL_SKIP, "N");
  run = directory_preview (f, IMPORT, HEAD "अकलपुर,आमगांव,तालाब,3316004012/1,2021-22,,,2 लाख,पूर्ण,,\n");
  g_assert_cmpint (patal_import_run_verdict (run, 0)->fate, ==, PATAL_FATE_CHANGED);
  for (status = 0; g_strcmp0 (IMPORT->fields[status].id, "status") != 0; status++)
    ;
  for (total = 0; g_strcmp0 (IMPORT->fields[total].id, "total") != 0; total++)
    ;
  for (name = 0; g_strcmp0 (IMPORT->fields[name].id, "name_hi") != 0; name++)
    ;
  values = patal_import_run_recall (run, f->db, 0);
  g_assert_cmpstr (values[status], ==, "In progress");
  g_assert_cmpstr (values[total], ==, "1,50,000");
  g_assert_cmpstr (patal_import_run_cell (run, 0, (guint) total), ==, "2,00,000");
  g_assert_null (values[name]); /* it is the same */
  patal_import_run_free_recalled (run, values);
}

/* A row that would change a frozen work is left out by itself, also where a person says that it is that one; the rest is taken. */
static void
test_frozen (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *said = HEAD "अकलपुर,आमगांव,तालाब,3316004012/1,2021-22,,,1.5 लाख,प्रगतिरत,,\n";
  const char *more = HEAD "अकलपुर,आमगांव,तालाब,3316004012/1,2021-22,,,2 लाख,प्रगतिरत,,\nअकलपुर,आमगांव,कुआँ,,2021-22,,,1 लाख,,,\n";
  const char *perhaps = HEAD "अकलपुर,आमगांव,Talab,,2021-22,,,2 लाख,प्रगतिरत,,\n";
  g_autoptr (PatalImportRun) run = NULL;
  const PatalVerdict *verdict;
  gint64 work;

  ASSERT_IMPORT (f, IMPORT, said, PATAL_DOUBTFUL_SKIP, "N");
  work = directory_number (f, "SELECT id FROM work");
  g_assert_true (patal_db_freeze (f->db, PATAL_WORK_RECORD (work), PATAL_LABEL ("Frozen"), NULL));
  ASSERT_IMPORT (f, IMPORT, said, PATAL_DOUBTFUL_SKIP, "S");
  ASSERT_IMPORT (f, IMPORT, more, PATAL_DOUBTFUL_SKIP, "RN");
  g_assert_cmpint (directory_number (f, "SELECT total_paise FROM work WHERE code IS NOT NULL"), ==, 15000000);
  run = directory_preview (f, IMPORT, more);
  verdict = patal_import_run_verdict (run, 0);
  g_assert_nonnull (strstr (verdict->reason, "is frozen since"));
  ASSERT_IMPORT (f, IMPORT, perhaps, PATAL_DOUBTFUL_MERGE, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 2);
  ASSERT_IMPORT (f, IMPORT, perhaps, PATAL_DOUBTFUL_NEW, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 3);
  g_assert_cmpint (directory_number (f, "SELECT total_paise FROM work WHERE code IS NOT NULL"), ==, 15000000);
}

static void
test_warnings (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) csv = g_string_new ("gp code,work,code,स्वीकृत राशि,योजना\n");
  g_autofree char *small = NULL, *without = NULL, *none = NULL;
  const char *question = NULL;
  PatalImportRun *run;

  for (int i = 0; i < 6; i++)
    g_string_append_printf (csv, "90101,काम %d,,2.4%d,मनरेगा\n", i, i);
  run = directory_preview (f, IMPORT, csv->str);
  small = patal_import_run_warning (run, &question);
  g_assert_nonnull (strstr (small, "in lakh"));
  g_assert_cmpstr (question, ==, "Take the Amounts as Rupees?");
  patal_import_run_free (run);
  run = directory_preview (f, IMPORT, "gp code,work,total\n90101,क,2.45 लाख\n");
  without = patal_import_run_warning (run, &question);
  g_assert_nonnull (strstr (without, "MGNREGA"));
  g_assert_null (question); /* told, not asked */
  patal_import_run_free (run);
  ASSERT_IMPORT (f, IMPORT, "gp code,work,total\n90101,क,2.45 लाख\n", PATAL_DOUBTFUL_SKIP, "N");
  run = directory_preview (f, IMPORT, "gp code,work,total\n90101,क,3 लाख\n"); /* no new work, so no matter */
  none = patal_import_run_warning (run, NULL);
  g_assert_null (none);
  patal_import_run_free (run);
  run = directory_preview (f, IMPORT, "gp code,work,total,scheme\n90101,ख,2.45 लाख,MGNREGA\n");
  none = patal_import_run_warning (run, NULL);
  g_assert_null (none);
  patal_import_run_free (run);
}

static void
test_columns (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *csv; int code; } cases[] = {
    { "gp code,total\n90101,5\n", PATAL_WORK_ERROR_NAME }, { "work name,total\nक,5\n", PATAL_WORK_ERROR_GP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (f->file.folder, "sheet.csv", NULL);
      g_autoptr (PatalImportRun) run = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].csv, -1, NULL));
      run = patal_import_run_new (IMPORT, patal_sheet_read (path, -1, NULL, NULL), "sheet.csv", &error);
      g_assert_no_error (error);
      g_assert_false (patal_import_run_preview (run, f->db, NULL, &error));
      g_assert_error (error, PATAL_WORK_ERROR, cases[i].code);
    }
}

static int
set_shared (PatalImportRun *run, PatalWorkField field, const char *value)
{
  return patal_import_run_set_shared (run, field, value, NULL);
}

/* The year, the scheme, the agency, the gram panchayat of a whole list; what is wrong for every row is told once. */
static void
test_shared (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = directory_preview (f, IMPORT, "gp code,work,fy\n90101,तालाब,\n90101,कुआँ,2022-23\n");
  g_auto (PatalWork) work = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  guint taken;

  g_assert_true (set_shared (run, PATAL_WORK_FIELD_FY, "2021-22") && set_shared (run, PATAL_WORK_FIELD_AGENCY, "ग्राम पंचायत")
                 && set_shared (run, PATAL_WORK_FIELD_SCHEME, "नल जल"));
  g_assert_false (patal_import_run_preview (run, f->db, NULL, &error));
  g_assert_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_COLUMNS);
  g_assert_nonnull (strstr (error->message, "नल जल"));
  g_clear_error (&error);
  g_assert_true (set_shared (run, PATAL_WORK_FIELD_SCHEME, "MGNREGA"));
  g_assert_true (patal_import_run_preview (run, f->db, NULL, &error));
  warning = patal_import_run_warning (run, NULL);
  g_assert_null (warning); /* the scheme is named now */
  g_assert_true (patal_import_run_commit (run, f->db, PATAL_REFUSED_STOP, &taken, NULL, &error));
  g_assert_cmpuint (taken, ==, 2);
  work = load_only (f);
  g_assert_cmpstr (work.agency, ==, "ग्राम पंचायत");
  g_assert_cmpint (work.scheme, ==, WORKS_MGNREGA);
  g_assert_cmpint (directory_number (f, "SELECT fy FROM work WHERE name_hi = 'तालाब'"), ==, 2021);
  g_assert_cmpint (directory_number (f, "SELECT fy FROM work WHERE name_hi = 'कुआँ'"), ==, 2022);
}

/* One edit, and one undo. */
static void
test_undo (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  ASSERT_IMPORT (f, IMPORT, HEAD "अकलपुर,आमगांव,क,,2021-22,1,2,3,,,\nअकलपुर,बरगांव,ख,,2021-22,1,2,3,,,\n", PATAL_DOUBTFUL_SKIP, "NN");
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/work-import/all-columns", test_all_columns);
  DIRECTORY_TEST ("/work-import/portal", test_portal);
  DIRECTORY_TEST ("/work-import/words", test_words);
  DIRECTORY_TEST ("/work-import/guesses", test_guesses);
  DIRECTORY_TEST ("/work-import/cells", test_cells);
  DIRECTORY_TEST ("/work-import/orders", test_orders);
  DIRECTORY_TEST ("/work-import/kind-in-category", test_kind_in_category);
  DIRECTORY_TEST ("/work-import/bad-day", test_bad_day);
  DIRECTORY_TEST ("/work-import/block-total", test_block_total);
  DIRECTORY_TEST ("/work-import/doubted-place", test_doubted_place);
  DIRECTORY_TEST ("/work-import/doubted-block", test_doubted_block);
  DIRECTORY_TEST ("/work-import/long-name", test_long_name);
  DIRECTORY_TEST ("/work-import/refused", test_refused);
  DIRECTORY_TEST ("/work-import/again", test_again);
  DIRECTORY_TEST ("/work-import/alike", test_alike);
  DIRECTORY_TEST ("/work-import/doubts", test_doubts);
  DIRECTORY_TEST ("/work-import/contradiction", test_contradiction);
  DIRECTORY_TEST ("/work-import/recall", test_recall);
  DIRECTORY_TEST ("/work-import/frozen", test_frozen);
  DIRECTORY_TEST ("/work-import/warnings", test_warnings);
  DIRECTORY_TEST ("/work-import/columns", test_columns);
  DIRECTORY_TEST ("/work-import/shared", test_shared);
  DIRECTORY_TEST ("/work-import/undo", test_undo);
  return g_test_run ();
}
