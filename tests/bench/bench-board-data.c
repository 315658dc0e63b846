/* bench-board-data.c: a district of works to print boards of, and their forms
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-board.h"
#include "patal-board-facts.h"
#include "patal-desk.h"
#include "patal-district.h"
#include "patal-file.h"
#include "patal-unit.h"
#include "patal-work-list.h"

#define WORKS_OF_GP 10
#define GPS_OF_BLOCK 100
#define WORKS_OF_EDIT 5000

static const char *const parts[] = { "रा", "म", "पुर", "कला", "गांव", "नवा", "टोला", "शि", "वनी", "चंद्र", "दुर्गा", "क्षे", "त्र", "पा", "मगढ़", "बह", "नी", "डीह", "खुर्द", "पारा",
                                     "लक्ष्मी", "सिंह", "बम्ह", "कोसम", "अकल", "तरा", "धुर", "कोट", "छपो", "जांज", "गीर", "हर्दी", "बाजार", "मुड़ा" };
static const char *const kinds[] = { "सी.सी. रोड निर्माण, %s के घर से %s चौक तक", "नवीन तालाब निर्माण, ग्राम %s (%s नाला के पास)", "डबरी निर्माण, हितग्राही %s पिता %s",
                                     "आंगनबाड़ी भवन निर्माण, %s पारा %s", "भूमि समतलीकरण एवं मेड़ बंधान कार्य, %s %s", "पक्की नाली निर्माण, %s से %s की ओर",
                                     "वृक्षारोपण कार्य, शासकीय प्राथमिक शाला %s, संकुल %s", "कुआं निर्माण, %s ग्राम %s", "गौठान निर्माण, %s %s",
                                     "पंचायत भवन का जीर्णोद्धार एवं अहाता निर्माण, ग्राम %s, आश्रित ग्राम %s" };
static const char *const people[] = { "राम कुमार", "सीता बाई", "शिव प्रसाद यादव", "दुर्गा देवी", "लक्ष्मी नारायण सिंह", "मोहन लाल", "फूल सिंह ठाकुर", "सुखमती बाई", "बुधराम", "कौशल्या पटेल" };

/* As many different words as the places and people of a district have. */
static char *vocabulary[4000];

static void
make_vocabulary (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      for (int n = g_rand_int_range (random, 2, 4); n > 0; n--)
        g_string_append (name, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      vocabulary[i] = g_string_free (g_steal_pointer (&name), FALSE);
    }
}

static char *
make_name (GRand *random)
{
  return g_strdup (vocabulary[g_rand_int_range (random, 0, G_N_ELEMENTS (vocabulary))]);
}

/* --- The file --- */

typedef struct
{
  GRand *random;
  guint  first, n_works;
  gint64 district, block, gp;
} Maker;

static void
insert_unit (PatalDb *db, Maker *maker, PatalLevel level, gint64 parent, guint number, gint64 *out)
{
  g_autofree char *name = make_name (maker->random), *code = g_strdup_printf ("%u", number);
  PatalUnit unit = { .level = level, .parent = parent, .name_hi = name, .lgd_code = code, .households = -1, .population = -1, .sc = -1, .st = -1 };
  g_autoptr (GError) error = NULL;

  if (!patal_unit_insert (db, &unit, &error))
    g_error ("%s", error->message);
  *out = unit.id;
}

static void
fill_money (GRand *random, PatalWorkMoney *money)
{
  money->wage_paise = g_rand_int_range (random, 20, 900) * 1000 * 100;
  money->material_paise = g_rand_int_range (random, 5, 600) * 1000 * 100;
  money->total_paise = money->wage_paise + money->material_paise;
}

static void
add_materials (GRand *random, PatalWork *work)
{
  static const char *const names[] = { "सीमेंट", "रेत", "गिट्टी 20 मि.मी.", "छड़", "ईंट", "पत्थर" };
  static const char *const units[] = { "बोरी", "घन मीटर", "घन मीटर", "क्विंटल", "नग", "घन मीटर" };

  work->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  for (int n = g_rand_int_range (random, 2, 5); n > 0; n--)
    {
      guint which = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (names));
      g_autofree char *quantity = g_strdup_printf ("%d %s", g_rand_int_range (random, 10, 900), units[which]);

      g_ptr_array_add (work->materials, patal_material_new (names[which], quantity, g_rand_int_range (random, 2, 90) * 1000 * 100));
    }
}

static void
insert_work (PatalDb *db, Maker *maker, guint number)
{
  GRand *random = maker->random;
  g_autofree char *first = make_name (random), *second = make_name (random);
  g_auto (PatalWork) work = { 0 };
  g_autoptr (GError) error = NULL;
  const char *kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];
  g_auto (GStrv) pieces = g_strsplit (kind, "%s", 3);
  guint status = (guint) g_rand_int_range (random, 0, PATAL_N_WORK_STATUSES);

  patal_work_init (&work);
  work.gp = maker->gp;
  work.scheme = 1;
  work.kind = g_rand_int_range (random, 0, 4) == 0 ? PATAL_WORK_INDIVIDUAL : PATAL_WORK_COMMUNITY;
  work.status = (PatalWorkStatus) status;
  work.name_hi = g_strconcat (pieces[0], first, pieces[1], second, pieces[2], NULL);
  work.village = make_name (random);
  work.code = g_strdup_printf ("3316%03u/RC/%08u", number % 1000, 10000000 + number);
  work.agency = g_strdup ("ग्राम पंचायत");
  work.as_no = g_strdup_printf ("%d/जि.पं./मनरेगा/2025", g_rand_int_range (random, 100, 9000));
  work.as_day = patal_day_from_ymd (2025, g_rand_int_range (random, 4, 10), g_rand_int_range (random, 1, 29));
  work.fy = 2025;
  work.days = g_rand_int_range (random, 100, 5000);
  work.rate_paise = 26100;
  fill_money (random, &work.sanctioned);
  if (work.kind == PATAL_WORK_INDIVIDUAL)
    {
      work.beneficiary = g_strdup (people[g_rand_int_range (random, 0, G_N_ELEMENTS (people))]);
      work.guardian = g_strdup (people[g_rand_int_range (random, 0, G_N_ELEMENTS (people))]);
      work.job_card = g_strdup_printf ("CH-16-%03u-%03u-001/%d", number % 8 + 1, number / 10 % 100, g_rand_int_range (random, 1, 400));
    }
  else
    add_materials (random, &work);
  if (status >= PATAL_WORK_ONGOING)
    work.start = work.as_day + 20;
  if (status >= PATAL_WORK_COMPLETED)
    {
      work.end = work.start + g_rand_int_range (random, 30, 120);
      fill_money (random, &work.spent);
      work.spent_days = g_rand_int_range (random, 100, 5000);
    }
  if (!patal_work_insert (db, &work, &error))
    g_error ("%s", error->message);
}

static gboolean
make_cb (PatalDb *db, gpointer data, G_GNUC_UNUSED GError **error)
{
  Maker *maker = data;

  for (guint i = maker->first; i < maker->first + maker->n_works; i++)
    {
      if (i % (WORKS_OF_GP * GPS_OF_BLOCK) == 0)
        insert_unit (db, maker, PATAL_LEVEL_BLOCK, maker->district, 100 + i / (WORKS_OF_GP * GPS_OF_BLOCK), &maker->block);
      if (i % WORKS_OF_GP == 0)
        insert_unit (db, maker, PATAL_LEVEL_GP, maker->block, 100000 + i / WORKS_OF_GP, &maker->gp);
      insert_work (db, maker, i);
    }
  return TRUE;
}

void
bench_board_make (const char *path, guint n_works)
{
  static const PatalSearchSource *const nothing_searched[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalDb) db = patal_file_create (path, 7, nothing_searched, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed (2111);
  Maker maker = { .random = random };

  make_vocabulary ();
  if (db == NULL || !patal_district_begin (db, "CG", "जांजगीर-चांपा", NULL, &error)
      || !patal_db_int (db, "SELECT id FROM unit WHERE level = 'district'", PATAL_NO_ARGS, &maker.district, &error))
    g_error ("%s", error->message);
  for (maker.first = 0; maker.first < n_works; maker.first += maker.n_works)
    {
      maker.n_works = MIN (WORKS_OF_EDIT, n_works - maker.first);
      if (!patal_db_edit (db, PATAL_LABEL ("Bench"), make_cb, &maker, &error))
        g_error ("%s", error->message);
    }
}

/* --- Forms --- */

struct _BenchForms
{
  PatalDb          *db;
  GArray           *works;
  PatalBoardReader *reader;
  PatalTemplate    *templates[PATAL_N_WORK_KINDS];
  PatalWords       *words[2];
};

BenchForms *
bench_forms_open (const char *path)
{
  BenchForms *forms = g_new0 (BenchForms, 1);
  g_autoptr (GError) error = NULL;

  forms->db = patal_file_open (path, PATAL_FILE_READ, patal_desk_searched, NULL, &error);
  if (forms->db == NULL)
    g_error ("%s", error->message);
  forms->works = patal_work_ids (forms->db, &(PatalWorkFilter) { .kind = -1, .status = -1, .sort = PATAL_WORK_SORT_GP_HI }, &error);
  forms->reader = patal_board_reader_new (forms->db);
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    forms->templates[kind] = patal_board_template (forms->db, NULL, (PatalWorkKind) kind, &error);
  for (PatalLang lang = PATAL_LANG_HI; lang <= PATAL_LANG_EN; lang++)
    forms->words[lang] = patal_desk_words (lang, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  return forms;
}

guint
bench_forms_count (const BenchForms *forms)
{
  return forms->works->len;
}

PatalForm *
bench_forms_read (BenchForms *forms, guint index)
{
  g_auto (PatalBoardFacts) facts = { 0 };
  g_autoptr (GError) error = NULL;

  if (!patal_board_reader_read (forms->reader, g_array_index (forms->works, gint64, index), &facts, &error))
    g_error ("%s", error->message);
  return patal_board_form (&facts, forms->templates[facts.work.kind], PATAL_BOARD_HI, PATAL_BOARD_AS_IT_IS, forms->words);
}

char *
bench_forms_id (const BenchForms *forms, guint index)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (forms->works, gint64, index));
}

double
bench_letter_mm (const PatalBoardField *field)
{
  return field->letter_mm > 0 ? field->letter_mm : field->row_mm.height * 0.4;
}

void
bench_forms_close (BenchForms *forms)
{
  for (guint i = 0; i < 2; i++)
    {
      patal_template_unref (forms->templates[i]);
      patal_words_unref (forms->words[i]);
    }
  patal_board_reader_free (forms->reader);
  g_array_unref (forms->works);
  patal_db_close (forms->db);
  g_free (forms);
}
