/* test-board-form.c: what a board says of a work, and the templates that say what stands on it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-facts.h"
#include "patal-setting.h"
#include "works.h"
#include <string.h>

/* A catalogue of one language, with a word of every kind that boards take from it. */
typedef struct
{
  PatalWords *both[2];
} Words;

static void
words_clear (Words *words)
{
  patal_words_unref (words->both[0]);
  patal_words_unref (words->both[1]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* The bytes of a .mo file (GNU gettext manual, "MO Files") with @pairs sorted by msgid. */
static GBytes *
make_mo (const char *const pairs[][2], guint n)
{
  g_autoptr (GByteArray) mo = g_byte_array_new ();
  guint32 head[7] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n };
  guint32 at = 28 + 16 * n;

  g_byte_array_append (mo, (const guint8 *) head, sizeof head);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n; i++)
      {
        guint32 entry[2] = { (guint32) strlen (pairs[i][side]), at };

        g_byte_array_append (mo, (const guint8 *) entry, sizeof entry);
        at += entry[0] + 1;
      }
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n; i++)
      g_byte_array_append (mo, (const guint8 *) pairs[i][side], (guint) strlen (pairs[i][side]) + 1);
  return g_byte_array_free_to_bytes (g_steal_pointer (&mo));
}

static Words
make_words (void)
{
  static const char *const pairs[][2] = {
    { "", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n > 1);\n" },
    { "Citizen information board", "नागरिक सूचना पटल" },
    { "No. {1}", "क्र. {1}" },
    { "Ombudsman", "लोकपाल" },
    { "Toll-free no.", "टोल फ्री नं." },
    { "Work code", "कार्य कोड" },
    { "dated {1}", "दिनांक {1}" },
    { "{1}, dated {2}", "{1}, दिनांक {2}" },
  };
  g_autoptr (GBytes) mo = make_mo (pairs, G_N_ELEMENTS (pairs));
  g_autoptr (GError) error = NULL;
  Words words = { { patal_words_new (PATAL_LANG_HI, mo, &error), patal_words_new (PATAL_LANG_EN, NULL, NULL) } };

  g_assert_no_error (error);
  return words;
}

static gboolean
set_contacts_cb (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  return patal_setting_set (db, PATAL_SETTING_OMBUDSMAN, "श्री परीक्षण लोकपाल", error)
         && patal_setting_set (db, PATAL_SETTING_OMBUDSMAN_PHONE, "07817-222222", error)
         && patal_db_run (db, "UPDATE scheme SET helpline = '1800-000-0000' WHERE id = 1", PATAL_NO_ARGS, error);
}

/* A work with all that there is, in a block with a programme officer. */
static gint64
add_full_work (Directory *f)
{
  PatalWork work = works_pond (f->gp[0]);
  gint64 officer = directory_person (f, "राजेश वर्मा", "Rajesh Verma", "9876543210");

  directory_posting (f, officer, f->po, f->block[0], DAY (2020, 1, 1), PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  directory_do (f, (gpointer) set_contacts_cb, NULL);
  work.name_en = (char *) "Deepening of the great pond";
  work.village = (char *) "आमगांव खास";
  work.ts_no = (char *) "क्र. 9";
  work.as_no = (char *) "123/जि.पं./2021";
  work.as_day = DAY (2021, 12, 20);
  work.sanctioned = (PatalWorkMoney) { 12000000, 8000050, PATAL_WORK_UNKNOWN };
  work.days = 1250;
  work.rate_paise = 19300;
  work.agency = (char *) "ग्राम पंचायत आमगांव";
  work.status = PATAL_WORK_COMPLETED;
  work.end = DAY (2022, 3, 5);
  work.spent = (PatalWorkMoney) { 11000000, 7000000, 18000000 };
  work.spent_days = 1000;
  work.materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_ptr_array_add (work.materials, patal_material_new ("सीमेंट", "250 बोरी", 8750000));
  g_ptr_array_add (work.materials, patal_material_new ("रेत", "12 घ.मी.", PATAL_WORK_UNKNOWN));
  g_ptr_array_add (work.materials, patal_material_new ("पत्थर", NULL, PATAL_WORK_UNKNOWN));
  directory_do (f, (gpointer) patal_work_insert, &work);
  g_ptr_array_unref (work.materials);
  return work.id;
}

static PatalTemplate *
parse (const char *text)
{
  g_autoptr (GPtrArray) faults = NULL;
  PatalTemplate *template = patal_template_parse (text, strlen (text), patal_board_known, patal_board_n_known, &faults);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("line %u: %s", ((PatalTemplateFault *) faults->pdata[i])->line, ((PatalTemplateFault *) faults->pdata[i])->text);
  g_assert_nonnull (template);
  return template;
}

/* A template of every field, each with its own label. */
static PatalTemplate *
template_of_all (void)
{
  g_autoptr (GString) text = g_string_new ("[board]\ncode = work_code, work_name, gp, total, beneficiary\n");

  for (guint i = 0; i < patal_board_n_known; i++)
    g_string_append_printf (text, "[field %s]\n%s", patal_board_known[i].id,
                            g_str_has_prefix (patal_board_known[i].id, "spent_") ? "empty-until = completion\n" : "");
  return parse (text->str);
}

static void
read_facts (Directory *f, gint64 id, PatalBoardFacts *facts)
{
  g_autoptr (PatalBoardReader) reader = patal_board_reader_new (f->db);
  g_autoptr (GError) error = NULL;

  patal_board_reader_read (reader, id, facts, &error);
  g_assert_no_error (error);
}

static void
test_values (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *id, *values[3]; /* [PatalBoardLang] */
  } cases[] = {
    { "state", { "छत्तीसगढ़", "Chhattisgarh", "छत्तीसगढ़ / Chhattisgarh" } },
    { "district", { "परीक्षणपुर", "Parikshanpur", "परीक्षणपुर / Parikshanpur" } },
    { "block", { "अकलपुर", "Akalpur", "अकलपुर / Akalpur" } },
    { "gp", { "आमगांव", "Amgaon", "आमगांव / Amgaon" } },
    { "village", { "आमगांव खास", "आमगांव खास", "आमगांव खास" } },
    { "work_name", { "तालाब गहरीकरण, बड़ा तालाब", "Deepening of the great pond", "तालाब गहरीकरण, बड़ा तालाब\nDeepening of the great pond" } },
    { "work_code", { "3316004012/WC/11", "3316004012/WC/11", "3316004012/WC/11" } },
    { "category", { NULL, NULL, NULL } },
    { "beneficiary", { NULL, NULL, NULL } },
    { "fy", { "2021-22", "2021-22", "2021-22" } },
    { "ts", { "क्र. 9", "क्र. 9", "क्र. 9" } },
    { "as", { "क्र. 123/जि.पं./2021, दिनांक 20.12.2021", "No. 123/जि.पं./2021, dated 20.12.2021", "123/जि.पं./2021, 20.12.2021" } },
    { "wage", { "रु. 1,20,000", "Rs 1,20,000", "रु. 1,20,000" } },
    { "material", { "रु. 80,000.50", "Rs 80,000.50", "रु. 80,000.50" } },
    { "total", { "रु. 2,00,000.50", "Rs 2,00,000.50", "रु. 2,00,000.50" } }, /* what the parts add up to */
    { "days", { "1,250", "1,250", "1,250" } },
    { "rate", { "रु. 193", "Rs 193", "रु. 193" } },
    { "materials", { "सीमेंट – 250 बोरी – रु. 87,500\nरेत – 12 घ.मी.\nपत्थर", "Cement – 250 bags – Rs 87,500\nSand – 12 cu m\nStone",
                     "सीमेंट – 250 बोरी – रु. 87,500\nरेत – 12 घ.मी.\nपत्थर" } },
    { "agency", { "ग्राम पंचायत आमगांव", "Gram panchayat Amgaon", "ग्राम पंचायत आमगांव" } },
    { "start", { "01.06.2021", "01.06.2021", "01.06.2021" } },
    { "end", { "05.03.2022", "05.03.2022", "05.03.2022" } },
    { "spent_total", { "रु. 1,80,000", "Rs 1,80,000", "रु. 1,80,000" } },
    { "spent_days", { "1,000", "1,000", "1,000" } },
    { "ombudsman", { "श्री परीक्षण लोकपाल, 07817-222222", "श्री परीक्षण लोकपाल, 07817-222222", "श्री परीक्षण लोकपाल, 07817-222222" } },
    { "helpline", { "1800-000-0000", "1800-000-0000", "1800-000-0000" } },
    { "officer", { "राजेश वर्मा, 98765 43210", "Rajesh Verma, 98765 43210", "राजेश वर्मा / Rajesh Verma, 98765 43210" } },
  };
  g_auto (PatalBoardFacts) facts = { 0 };
  g_auto (Words) words = make_words ();
  g_autoptr (PatalTemplate) template = template_of_all ();

  read_facts (f, add_full_work (f), &facts);
  for (PatalBoardLang lang = 0; lang < 3; lang++)
    {
      g_autoptr (PatalForm) form = patal_board_form (&facts, template, lang, PATAL_BOARD_AS_IT_IS, words.both);
      guint found = 0;

      g_assert_cmpuint (patal_form_n_fields (form), ==, patal_board_n_known);
      for (guint i = 0; i < patal_form_n_fields (form); i++)
        for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
          if (g_str_equal (patal_form_field (form, i)->id, cases[k].id))
            {
              g_test_message ("%s", cases[k].id);
              g_assert_cmpstr (patal_form_field (form, i)->value, ==, cases[k].values[lang]);
              found++;
            }
      g_assert_cmpuint (found, ==, G_N_ELEMENTS (cases));
    }
}

/* Whom to ask that is not known is written by hand: its name stands there, and a line. */
static void
test_foot_for_a_pen (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalBoardFacts) facts = { 0 };
  g_auto (Words) words = make_words ();
  g_autoptr (PatalTemplate) template = parse ("[board]\n[field work_name]\n"), all = template_of_all ();
  g_autoptr (PatalForm) form = NULL, full = NULL;

  read_facts (f, add_full_work (f), &facts);
  g_clear_pointer (&facts.scheme.helpline, g_free);
  g_clear_pointer (&facts.ombudsman[PATAL_LANG_HI], g_free);
  g_clear_pointer (&facts.ombudsman_phone, g_free);
  form = patal_board_form (&facts, template, PATAL_BOARD_HI, PATAL_BOARD_AS_IT_IS, words.both);
  g_assert_cmpstr (patal_form_frame (form)->foot, ==,
                   "टोल फ्री नं.: ________________________  •  लोकपाल: ________________________\nकार्यक्रम अधिकारी: राजेश वर्मा, 98765 43210");
  full = patal_board_form (&facts, all, PATAL_BOARD_HI, PATAL_BOARD_AS_IT_IS, words.both);
  g_assert_null (patal_form_frame (full)->foot); /* a field is a row of its own */
}

static void
test_frame (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *over, *title, *under, *foot, *code;
  } frames[3] = {
    { "महात्मा गांधी राष्ट्रीय ग्रामीण रोजगार गारंटी योजना", "नागरिक सूचना पटल", "विकासखण्ड अकलपुर, जिला परीक्षणपुर, छत्तीसगढ़",
      "टोल फ्री नं.: 1800-000-0000  •  लोकपाल: श्री परीक्षण लोकपाल, 07817-222222\nकार्यक्रम अधिकारी: राजेश वर्मा, 98765 43210",
      "3316004012/WC/11\nतालाब गहरीकरण, बड़ा तालाब\nआमगांव\nरु. 2,00,000.50" },
    { "Mahatma Gandhi National Rural Employment Guarantee Scheme", "Citizen information board",
      "Block Akalpur, District Parikshanpur, Chhattisgarh",
      "Toll-free no.: 1800-000-0000  •  Ombudsman: श्री परीक्षण लोकपाल, 07817-222222\nProgramme officer (MGNREGA): Rajesh Verma, 98765 43210",
      "3316004012/WC/11\nDeepening of the great pond\nAmgaon\nRs 2,00,000.50" },
    { "महात्मा गांधी राष्ट्रीय ग्रामीण रोजगार गारंटी योजना / Mahatma Gandhi National Rural Employment Guarantee Scheme",
      "नागरिक सूचना पटल / Citizen information board",
      "विकासखण्ड अकलपुर, जिला परीक्षणपुर, छत्तीसगढ़ / Block Akalpur, District Parikshanpur, Chhattisgarh",
      "टोल फ्री नं. / Toll-free no.: 1800-000-0000  •  लोकपाल / Ombudsman: श्री परीक्षण लोकपाल, 07817-222222\n"
      "कार्यक्रम अधिकारी / Programme officer (MGNREGA): राजेश वर्मा / Rajesh Verma, 98765 43210",
      "3316004012/WC/11\nतालाब गहरीकरण, बड़ा तालाब\nआमगांव\nरु. 2,00,000.50" }, /* half the squares say it too */
  };
  static const char plain[] =
    "[board]\ncode = work_code, work_name, gp, total, beneficiary\nground = #112233\nink = #ffffff\nread-from = 2 m\n[field work_name]\n"
    "[back]\ntitle.hi = अधिकार\nline.hi = एक\nline.hi = दो\nline.en = One\n";
  g_auto (PatalBoardFacts) facts = { 0 };
  g_auto (Words) words = make_words ();
  g_autoptr (PatalTemplate) template = parse (plain), all = template_of_all ();

  read_facts (f, add_full_work (f), &facts);
  for (PatalBoardLang lang = 0; lang < 3; lang++)
    {
      g_autoptr (PatalForm) form = patal_board_form (&facts, template, lang, PATAL_BOARD_AS_IT_IS, words.both);
      g_autoptr (PatalForm) full = patal_board_form (&facts, all, lang, PATAL_BOARD_AS_IT_IS, words.both);
      const PatalFormFrame *frame = patal_form_frame (form);

      g_assert_cmpstr (frame->name, ==, lang == PATAL_BOARD_EN ? "Deepening of the great pond" : "तालाब गहरीकरण, बड़ा तालाब");
      g_assert_cmpstr (frame->over, ==, frames[lang].over);
      g_assert_cmpstr (frame->title, ==, frames[lang].title);
      g_assert_cmpstr (frame->under, ==, frames[lang].under);
      g_assert_cmpstr (frame->foot, ==, frames[lang].foot);
      g_assert_cmpstr (frame->code_text, ==, frames[lang].code);
      g_assert_cmpstr (frame->back_title, ==, "अधिकार");
      g_assert_cmpstr (frame->back, ==, lang == PATAL_BOARD_HI ? "एक\nदो" : lang == PATAL_BOARD_EN ? "One" : "एक\nदो\nOne");
      g_assert_cmphex (frame->ground, ==, 0x112233);
      g_assert_cmpfloat (frame->reading_m, ==, 2);
      g_assert_cmpint (frame->lang, ==, lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI);
      g_assert_nonnull (frame->logo);
      /* What is a field stands nowhere else. */
      frame = patal_form_frame (full);
      g_assert_null (frame->over);
      g_assert_null (frame->under);
      g_assert_null (frame->foot);
      g_assert_null (frame->back);
      g_assert_null (frame->back_title);
    }
}

static void
test_labels (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] =
    "[board]\n[field work_code]\n[field gp]\nlabel.hi = पंचायत\n[field village]\nlabel.hi = गाँव\nlabel.en = Hamlet\nweight = 2\nshare = 3\n"
    "beside = yes\nlarge = yes\n";
  static const char *const labels[3][3] = {
    { "कार्य कोड", "पंचायत", "गाँव" },
    { "Work code", "Gram panchayat", "Hamlet" },
    { "कार्य कोड\nWork code", "पंचायत\nGram panchayat", "गाँव\nHamlet" },
  };
  g_auto (PatalBoardFacts) facts = { 0 };
  g_auto (Words) words = make_words ();
  g_autoptr (PatalTemplate) template = parse (text);

  read_facts (f, add_full_work (f), &facts);
  for (PatalBoardLang lang = 0; lang < 3; lang++)
    {
      g_autoptr (PatalForm) form = patal_board_form (&facts, template, lang, PATAL_BOARD_AS_IT_IS, words.both);
      const PatalFormField *last = patal_form_field (form, 2);

      for (guint i = 0; i < 3; i++)
        g_assert_cmpstr (patal_form_field (form, i)->label, ==, labels[lang][i]);
      g_assert_cmpfloat (last->weight, ==, 2);
      g_assert_cmpfloat (last->share, ==, 3);
      g_assert_true (last->beside && last->large && !last->later);
    }
}

/* What is known at the end is said when it is asked for, and only then. */
static void
test_fill (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    PatalWorkStatus status;
    PatalBoardFill fill;
    gboolean filled;
  } cases[] = {
    { PATAL_WORK_ONGOING, PATAL_BOARD_AS_IT_IS, FALSE },  { PATAL_WORK_COMPLETED, PATAL_BOARD_AS_IT_IS, TRUE },
    { PATAL_WORK_CLOSED, PATAL_BOARD_AS_IT_IS, TRUE },    { PATAL_WORK_COMPLETED, PATAL_BOARD_AT_START, FALSE },
    { PATAL_WORK_SANCTIONED, PATAL_BOARD_AS_IT_IS, FALSE }, { PATAL_WORK_ONGOING, PATAL_BOARD_AT_END, TRUE },
  };
  g_auto (PatalBoardFacts) facts = { 0 };
  g_auto (Words) words = make_words ();
  g_autoptr (PatalTemplate) template = parse ("[board]\n[field end]\nempty-until = completion\n[field spent_days]\n");

  read_facts (f, add_full_work (f), &facts);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalForm) form = NULL;

      facts.work.status = cases[i].status;
      form = patal_board_form (&facts, template, PATAL_BOARD_HI, cases[i].fill, words.both);
      g_assert_true (patal_form_field (form, 0)->later);
      g_assert_cmpstr (patal_form_field (form, 0)->value, ==, cases[i].filled ? "05.03.2022" : NULL);
      g_assert_false (patal_form_field (form, 1)->later);
      g_assert_cmpstr (patal_form_field (form, 1)->value, ==, "1,000");
    }
}

/* One reader, works of several panchayats and schemes: nothing of one stands on the board of another. */
static void
test_reader (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 full = add_full_work (f), third = works_add (f, f->gp[2], "नाला"), other = works_add (f, f->gp[3], "कुआँ");
  g_autoptr (PatalBoardReader) reader = patal_board_reader_new (f->db);
  g_auto (PatalWork) typed = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_auto (PatalBoardFacts) a = { 0 }, b = { 0 }, c = { 0 };

      g_assert_true (patal_board_reader_read (reader, full, &a, NULL));
      g_assert_true (patal_board_reader_read (reader, third, &b, NULL));
      g_assert_true (patal_board_reader_read (reader, other, &c, NULL));
      g_assert_cmpstr (a.gp[PATAL_LANG_EN], ==, "Amgaon");
      g_assert_cmpstr (a.officer[PATAL_LANG_HI], ==, "राजेश वर्मा");
      g_assert_cmpstr (a.officer_phone, ==, "9876543210");
      g_assert_cmpstr (a.district_word[PATAL_LANG_HI], ==, "जिला");
      g_assert_cmpint (a.known_rate_paise, ==, 19300); /* Chhattisgarh, 2021-22 */
      g_assert_false (a.known_rate_verified);
      g_assert_cmpstr (b.gp[PATAL_LANG_HI], ==, "चंदनपुर");
      g_assert_null (b.gp[PATAL_LANG_EN]);
      g_assert_cmpstr (b.block[PATAL_LANG_EN], ==, "Akalpur");
      g_assert_cmpstr (b.officer[PATAL_LANG_EN], ==, "Rajesh Verma");
      g_assert_cmpstr (c.block[PATAL_LANG_EN], ==, "Balpur");
      g_assert_null (c.officer[PATAL_LANG_HI]);
      g_assert_null (c.officer_phone);
      g_assert_cmpstr (c.scheme.code, ==, "MGNREGA");
      g_assert_cmpstr (c.ombudsman_phone, ==, "07817-222222");
      g_assert_true (a.logo == c.logo);
    }
  g_assert_false (patal_board_reader_read (reader, 4711, &(PatalBoardFacts) { 0 }, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  /* As it is typed: a work that is in no file, and one that has no place yet. */
  patal_work_init (&typed);
  typed.name_hi = g_strdup ("नया");
  typed.scheme = 2;
  {
    g_auto (PatalBoardFacts) facts = { 0 };

    g_assert_true (patal_board_reader_of_work (reader, &typed, &facts, NULL));
    g_assert_cmpstr (facts.work.name_hi, ==, "नया");
    g_assert_true (facts.work.name_hi != typed.name_hi);
    g_assert_null (facts.gp[PATAL_LANG_HI]);
    g_assert_cmpstr (facts.scheme.code, ==, "VB-G RAM G");
    g_assert_cmpint (facts.known_rate_paise, ==, 0);
  }
}

static gboolean
set_logo_cb (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<svg/>", 6);
  guint8 hash[PATAL_BLOB_HASH_SIZE];

  return patal_blob_put (db, bytes, "image/svg+xml", hash, error)
         && patal_db_run (db, "UPDATE scheme SET logo = ?1 WHERE id = 1", PATAL_ARGS (PATAL_BYTES (hash, sizeof hash)), error);
}

static void
test_logo (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = works_add (f, f->gp[0], "कुआँ");
  g_auto (PatalBoardFacts) shipped = { 0 }, own = { 0 };
  gsize size;

  read_facts (f, id, &shipped);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (shipped.logo, &size), "<svg"));
  g_assert_cmpuint (size, >, 6);
  directory_do (f, (gpointer) set_logo_cb, NULL);
  read_facts (f, id, &own);
  g_assert_cmpuint (g_bytes_get_size (own.logo), ==, 6);
}

static void
test_shipped (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *name;
    PatalTemplateFor kinds;
    guint32 border;
  } shipped[] = {
    { "community", PATAL_TEMPLATE_COMMUNITY, 0x17409a }, /* blue */
    { "individual", PATAL_TEMPLATE_INDIVIDUAL, 0x000000 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = patal_board_templates (f->db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (templates->len, ==, G_N_ELEMENTS (shipped));
  for (guint i = 0; i < templates->len; i++)
    {
      const PatalBoardTemplate *entry = g_ptr_array_index (templates, i);
      g_autofree char *text = patal_board_template_text (f->db, entry->name, &error);
      g_autoptr (PatalTemplate) template = parse (text);

      g_assert_cmpint (entry->id, ==, 0);
      g_assert_cmpstr (entry->name, ==, shipped[i].name);
      g_assert_nonnull (entry->template);
      g_assert_cmpint (patal_template_frame (template)->kinds, ==, shipped[i].kinds);
      g_assert_cmphex (patal_template_frame (template)->border, ==, shipped[i].border);
      /* Every label is there in both languages, so that a board needs no catalogue. */
      for (guint k = 0; k < patal_template_n_fields (template); k++)
        g_assert_true (patal_template_field (template, k)->labels[0] != NULL && patal_template_field (template, k)->labels[1] != NULL);
      g_assert_cmpuint (g_strv_length ((char **) patal_template_back (template, PATAL_LANG_HI)), ==,
                        g_strv_length ((char **) patal_template_back (template, PATAL_LANG_EN)));
    }
}

/* What the shipped templates must show by domain.md 4.1, and when. */
static void
test_shipped_fields (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *id;
    gboolean later, in[PATAL_N_WORK_KINDS];
  } fields[] = {
    { "work_name", FALSE, { TRUE, TRUE } },   { "work_code", FALSE, { TRUE, TRUE } },  { "gp", FALSE, { TRUE, TRUE } },
    { "village", FALSE, { TRUE, TRUE } },     { "beneficiary", FALSE, { FALSE, TRUE } }, { "guardian", FALSE, { FALSE, TRUE } },
    { "job_card", FALSE, { FALSE, TRUE } },   { "fy", FALSE, { TRUE, TRUE } },         { "as", FALSE, { TRUE, TRUE } },
    { "wage", FALSE, { TRUE, TRUE } },        { "material", FALSE, { TRUE, TRUE } },   { "total", FALSE, { TRUE, TRUE } },
    { "days", FALSE, { TRUE, TRUE } },        { "rate", FALSE, { TRUE, TRUE } },       { "materials", FALSE, { TRUE, FALSE } },
    { "agency", FALSE, { TRUE, TRUE } },      { "start", FALSE, { TRUE, TRUE } },      { "end", TRUE, { TRUE, TRUE } },
    { "spent_wage", TRUE, { TRUE, TRUE } },   { "spent_material", TRUE, { TRUE, TRUE } }, { "spent_total", TRUE, { TRUE, TRUE } },
    { "spent_days", TRUE, { TRUE, TRUE } },
  };

  for (PatalWorkKind kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    {
      g_autoptr (PatalTemplate) template = patal_board_template (f->db, NULL, kind, NULL);

      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        {
          const PatalTemplateField *found = NULL;

          for (guint i = 0; i < patal_template_n_fields (template); i++)
            if (g_str_equal (patal_template_known (template, patal_template_field (template, i)->known)->id, fields[k].id))
              found = patal_template_field (template, i);
          g_test_message ("%s", fields[k].id);
          g_assert_true (found != NULL || !fields[k].in[kind]);
          g_assert_true (found == NULL || found->later == fields[k].later);
        }
    }
}

/* What offices read of the fields is all that there is. */
static void
test_readme (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "boards", "README", NULL), *text = NULL;
  const char *list;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  list = strstr (text, "Names of fields");
  g_assert_nonnull (list);
  for (guint i = 0; i < patal_board_n_known; i++)
    {
      g_autofree char *entry = g_strdup_printf ("\n  %s ", patal_board_known[i].id);

      g_test_message ("%s", patal_board_known[i].id);
      g_assert_nonnull (strstr (list, entry));
    }
  for (const char *at = list; (at = strstr (at, "\n  ")) != NULL; at++)
    n++;
  g_assert_cmpuint (n, ==, patal_board_n_known);
}

typedef struct
{
  const char *name, *text;
} Own;

static gboolean
put_cb (PatalDb *db, gpointer data, GError **error)
{
  Own *own = data;

  return patal_board_template_put (db, own->name, own->text, strlen (own->text), error);
}

static gboolean
remove_cb (PatalDb *db, gpointer name, GError **error)
{
  return patal_board_template_remove (db, name, error);
}

static void
assert_first_field (Directory *f, const char *name, PatalWorkKind kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalTemplate) template = patal_board_template (f->db, name, kind, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (patal_template_known (template, patal_template_field (template, 0)->known)->id, ==, id);
}

typedef struct
{
  const char   *name;
  PatalWorkKind kind;
} Use;

static gboolean
use_cb (PatalDb *db, gpointer data, GError **error)
{
  const Use *use = data;

  return patal_board_template_use (db, use->name, use->kind, error);
}

static void
test_own (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  Own both = { "सब", "[board]\n[field gp]\n" }, community = { " अपना  पटल ", "[board]\nfor = community\n[field village]\n" };
  Own changed = { "अपना पटल", "[board]\nfor = community\n[field fy]\n" };
  g_autofree char *text = NULL;

  directory_do (f, (gpointer) put_cb, &both);
  directory_do (f, (gpointer) put_cb, &community);
  assert_first_field (f, NULL, PATAL_WORK_COMMUNITY, "work_name"); /* what is added changes no board */
  assert_first_field (f, NULL, PATAL_WORK_INDIVIDUAL, "work_name");
  assert_first_field (f, "अपना पटल", PATAL_WORK_COMMUNITY, "village");
  assert_first_field (f, "individual", PATAL_WORK_COMMUNITY, "work_name");
  directory_do (f, (gpointer) put_cb, &changed);
  assert_first_field (f, "अपना पटल", PATAL_WORK_INDIVIDUAL, "fy");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM board_template"), ==, 2);
  text = patal_board_template_text (f->db, "अपना पटल", NULL);
  g_assert_cmpstr (text, ==, changed.text);
}

/* Which template makes the boards of each kind, after each step. */
static void
test_used (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  Own both = { "सब", "[board]\n[field gp]\n" }, community = { "अपना", "[board]\nfor = community\n[field village]\n" };
  Own turned = { "सब", "[board]\nfor = individual\n[field gp]\n" };
  Use uses[] = { { "सब", PATAL_WORK_COMMUNITY }, { "सब", PATAL_WORK_INDIVIDUAL }, { "अपना", PATAL_WORK_COMMUNITY },
                 { "community", PATAL_WORK_COMMUNITY }, { "अपना", PATAL_WORK_INDIVIDUAL }, { "कोई", PATAL_WORK_COMMUNITY } };

  directory_do (f, (gpointer) put_cb, &both);
  directory_do (f, (gpointer) put_cb, &community);
  directory_do (f, (gpointer) use_cb, &uses[0]);
  assert_first_field (f, NULL, PATAL_WORK_COMMUNITY, "gp");
  assert_first_field (f, NULL, PATAL_WORK_INDIVIDUAL, "work_name");
  directory_do (f, (gpointer) use_cb, &uses[1]);
  directory_do (f, (gpointer) use_cb, &uses[2]);
  assert_first_field (f, NULL, PATAL_WORK_COMMUNITY, "village");
  assert_first_field (f, NULL, PATAL_WORK_INDIVIDUAL, "gp");
  directory_refused (f, (gpointer) use_cb, &uses[4], PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_KIND);
  directory_refused (f, (gpointer) use_cb, &uses[5], PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  directory_do (f, (gpointer) use_cb, &uses[3]); /* the shipped one again */
  assert_first_field (f, NULL, PATAL_WORK_COMMUNITY, "work_name");
  directory_do (f, (gpointer) use_cb, &uses[0]);
  directory_do (f, (gpointer) put_cb, &turned); /* for that kind no more */
  assert_first_field (f, NULL, PATAL_WORK_COMMUNITY, "work_name");
  assert_first_field (f, NULL, PATAL_WORK_INDIVIDUAL, "gp");
  directory_do (f, (gpointer) remove_cb, (gpointer) "सब");
  assert_first_field (f, NULL, PATAL_WORK_INDIVIDUAL, "work_name");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM setting WHERE key GLOB 'board-template*'"), ==, 0);
}

static void
test_warnings (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) templates = patal_board_templates (f->db, NULL);
  g_autoptr (PatalTemplate) bare = parse ("[board]\nfor = individual\n[field work_name]\n[field gp]\n[field village]\n"
                                          "[field work_code]\n[field fy]\n[field as]\n[field wage]\n[field material]\n"
                                          "[field total]\n[field start]\n[field end]\n[field spent_wage]\n"
                                          "[field spent_material]\n[field spent_total]\n[field spent_days]\n");
  g_autoptr (PatalTemplate) both = parse ("[board]\n[field gp]\n");
  g_autoptr (GPtrArray) warnings = patal_board_template_warnings (bare), two = patal_board_template_warnings (both);

  for (guint i = 0; i < templates->len; i++)
    {
      g_autoptr (GPtrArray) none = patal_board_template_warnings (((PatalBoardTemplate *) templates->pdata[i])->template);

      g_assert_cmpuint (none->len, ==, 0);
    }
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpstr (warnings->pdata[0], ==, "Boards of individual works must also say what this template has no field for: "
                   "Name of beneficiary, Father's / husband's name, Job card no., Estimated person-days, Wage rate per day, "
                   "Implementing agency");
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_nonnull (strstr (two->pdata[0], "Name of work"));
}

static gboolean
spoil_cb (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  return patal_db_run (db, "UPDATE board_template SET text = '[board]'", PATAL_NO_ARGS, error);
}

static void
test_own_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  Own faulty = { "मेरा", "[board]\nsize = 7\n[field gp]\nweight = x\n" }, taken = { "community", "[board]\n[field gp]\n" };
  Own nameless = { "  ", "[board]\n[field gp]\n" }, right = { "मेरा", "[board]\n[field gp]\n" };
  Use used = { "मेरा", PATAL_WORK_COMMUNITY }, unread = { "मेरा", PATAL_WORK_INDIVIDUAL };
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GError) error = NULL;

  directory_refused (f, (gpointer) put_cb, &faulty, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_FAULTS);
  g_assert_false (directory_edit (f, (gpointer) put_cb, &faulty, &error));
  g_assert_cmpstr (error->message, ==, "Line 2: Write a size as width by height with its unit, for example 5x4 ft, 1524x1219 mm, or a4\n"
                                       "Line 4: Here stands a number from 0.1 to 20, for example 1.5");
  directory_refused (f, (gpointer) put_cb, &taken, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_NAME);
  directory_refused (f, (gpointer) put_cb, &nameless, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_NAME);
  directory_refused (f, (gpointer) remove_cb, (gpointer) "community", PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_NAME);
  directory_refused (f, (gpointer) remove_cb, (gpointer) "मेरा", PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_assert_null (patal_board_template (f->db, "मेरा", PATAL_WORK_COMMUNITY, NULL));
  g_assert_null (patal_board_template_text (f->db, "मेरा", NULL));
  /* A text that was a template once: it is listed, can be written to a file, and no other is printed in its stead. */
  directory_do (f, (gpointer) put_cb, &right);
  directory_do (f, (gpointer) use_cb, &used);
  directory_do (f, (gpointer) spoil_cb, NULL);
  assert_first_field (f, NULL, PATAL_WORK_INDIVIDUAL, "work_name");
  directory_refused (f, (gpointer) use_cb, &unread, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_KIND);
  templates = patal_board_templates (f->db, NULL);
  g_assert_null (((PatalBoardTemplate *) templates->pdata[templates->len - 1])->template);
  g_clear_error (&error);
  g_assert_null (patal_board_template (f->db, NULL, PATAL_WORK_COMMUNITY, &error));
  g_assert_error (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_FAULTS);
  g_clear_error (&error);
  g_assert_null (patal_board_template (f->db, "मेरा", PATAL_WORK_COMMUNITY, &error));
  g_assert_error (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_FAULTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/board-form/values", test_values);
  DIRECTORY_TEST ("/board-form/frame", test_frame);
  DIRECTORY_TEST ("/board-form/foot-for-a-pen", test_foot_for_a_pen);
  DIRECTORY_TEST ("/board-form/labels", test_labels);
  DIRECTORY_TEST ("/board-form/fill", test_fill);
  DIRECTORY_TEST ("/board-form/reader", test_reader);
  DIRECTORY_TEST ("/board-form/logo", test_logo);
  DIRECTORY_TEST ("/board-form/shipped", test_shipped);
  DIRECTORY_TEST ("/board-form/shipped-fields", test_shipped_fields);
  g_test_add_func ("/board-form/readme", test_readme);
  DIRECTORY_TEST ("/board-form/used", test_used);
  DIRECTORY_TEST ("/board-form/warnings", test_warnings);
  DIRECTORY_TEST ("/board-form/own", test_own);
  DIRECTORY_TEST ("/board-form/own-refused", test_own_refused);
  return g_test_run ();
}
