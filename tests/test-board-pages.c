/* test-board-pages.c: boards of real works in PDF files, their first prints, and what is found wrong with them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"
#include "patal-board-pages.h"
#include "patal-setting.h"
#include <string.h>

#define NEAR_MM 0.1

static const PatalBoardOrder proof = { .kind = PATAL_BOARD_PROOF };
static const PatalBoardOrder full = { .kind = PATAL_BOARD_FULL };
static const PatalBoardOrder overprint = { .kind = PATAL_BOARD_OVERPRINT };

/* What a program says of a file. (transfer full) */
static char *
answer_of (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *answer = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &answer, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return answer;
}
#define ANSWER(...) answer_of ((const char *const[]) { __VA_ARGS__, NULL })

/* (transfer full): @text without white space, of which a line's end takes some. */
static char *
squeezed (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));
  return g_string_free (squeezed, FALSE);
}

static void
write_pdf (Directory *f, const gint64 *works, guint n_works, const PatalBoardOrder *order, const char *path, PatalBoardTally *tally)
{
  g_autoptr (GError) error = NULL;

  patal_board_write_pdf (f->db, works, n_works, order, path, tally, NULL, &error);
  g_assert_no_error (error);
}

static char *
out_path (Directory *f)
{
  return g_build_filename (f->file.folder, "boards.pdf", NULL);
}

/* --- Outline --- */

static void
test_outline (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = out_path (f), *outline = NULL, *info = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  const gint64 works[] = { works_add (f, f->gp[0], "तालाब"), works_add (f, f->gp[0], "सड़क"), works_add (f, f->gp[1], "कुआं"),
                           works_add (f, f->gp[3], "भवन") };
  g_auto (PatalBoardTally) tally = { 0 };
  g_auto (GStrv) lines = NULL;

  write_pdf (f, works, G_N_ELEMENTS (works), &proof, path, &tally);
  g_assert_cmpuint (tally.n_boards, ==, 4);
  g_assert_cmpuint (tally.n_pages, ==, 4);
  outline = ANSWER ("mutool", "show", path, "outline");
  lines = g_strsplit (outline, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *from = strchr (lines[i], '"'), *to = from != NULL ? strchr (from + 1, '"') : NULL;
      guint level = 0;

      if (to == NULL)
        continue;
      for (const char *p = lines[i]; p < from; p++)
        level += *p == '\t';
      g_string_append_printf (found, "%u %.*s|", level, (int) (to - from - 1), from + 1);
    }
  g_assert_cmpstr (found->str, ==, "1 अकलपुर|2 आमगांव|3 तालाब|3 सड़क|2 बरगांव|3 कुआं|1 बलपुर|2 आमगांव|3 भवन|");
  info = ANSWER ("pdfinfo", path);
  g_assert_nonnull (strstr (info, "परीक्षणपुर")); /* whose they are */
}

/* --- Text --- */

/* Names of real villages that are hard to print: repha, conjuncts of four, nukta, joiners, two matras, Latin and digits between. */
static const char *const hard_names[] = {
  "अकबरपुर चौगावां BA", "अख्तिअरपुर मोहन उर्फ़ लौटन", "अतरसुइया(Z.A.)", "अन्त्दीह", "असदुल्‍लापुर सुल्‍लतानपुर भावा", "अह्र्रनी", "आ0दर0चक मीरा",
  "इन्द्रावतीपुर", "अमीरपुरदास (धर्म०A)", "ब्रह्मोत्सव मार्ग, ज्योत्स्ना", "कुर्द्वारा र्‍य ङ्क्ष्य", "श्रृंगारपुर ड्ढ ट्ठ", "क़ाज़ीपुर ग़ढ़ी",
};

/* Whether a reader of the file finds each name whole on its own page. */
static void
assert_text_back (char **pages, const char *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS (hard_names); i++)
    {
      g_autofree char *page = squeezed (pages[i]), *name = squeezed (hard_names[i]);

      g_test_message ("%s: %s", reader, hard_names[i]);
      g_assert_nonnull (strstr (page, name));
    }
}

static void
test_text_back (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = out_path (f), *poppler = NULL, *mupdf = NULL;
  g_auto (GStrv) poppler_pages = NULL, mupdf_pages = NULL;
  gint64 works[G_N_ELEMENTS (hard_names)];

  for (guint i = 0; i < G_N_ELEMENTS (hard_names); i++)
    works[i] = works_add (f, f->gp[0], hard_names[i]);
  write_pdf (f, works, G_N_ELEMENTS (works), &proof, path, NULL);
  poppler = ANSWER ("pdftotext", path, "-");
  poppler_pages = g_strsplit (poppler, "\f", -1);
  assert_text_back (poppler_pages, "Poppler");
  mupdf = ANSWER ("mutool", "draw", "-F", "text", path);
  mupdf_pages = g_strsplit (mupdf, "\f", -1);
  assert_text_back (mupdf_pages, "MuPDF");
}

/* --- The first print --- */

typedef struct
{
  const char *name;
  char       *text;
} OwnTemplate;

static gboolean
put_template_cb (PatalDb *db, gpointer data, GError **error)
{
  const OwnTemplate *own = data;

  return patal_board_template_put (db, own->name, own->text, strlen (own->text), error)
         && patal_board_template_use (db, own->name, PATAL_WORK_COMMUNITY, error);
}

/* A template of the office with the rows of the shipped one the other way round, smaller weights, and one row of the end less. */
static void
turn_template_round (Directory *f)
{
  g_autofree char *shipped = patal_board_template_text (f->db, "community", NULL);
  g_auto (GStrv) parts = g_strsplit (shipped, "\n[", -1);
  g_autoptr (GString) text = g_string_new (parts[0]);
  OwnTemplate own = { .name = "हमारा" };

  for (guint i = 1; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "board]"))
      g_string_append_printf (text, "\n[%s\n", parts[i]);
  for (guint i = g_strv_length (parts) - 1; i > 0; i--)
    {
      g_auto (GStrv) lines = g_strsplit (parts[i], "\n", -1);

      if (!g_str_has_prefix (parts[i], "field ") || g_str_has_prefix (parts[i], "field spent_days]"))
        continue;
      g_string_append_printf (text, "\n[%s\n", lines[0]);
      for (guint l = 1; lines[l] != NULL; l++)
        if (!g_str_has_prefix (lines[l], "weight") && !g_str_has_prefix (lines[l], "beside") && !g_str_has_prefix (lines[l], "share"))
          g_string_append_printf (text, "%s\n", lines[l]);
    }
  own.text = text->str;
  directory_do (f, (gpointer) put_template_cb, &own);
}

/* Changes the first print of @work as nobody can who goes through the program. */
static void
change_print (Directory *f, gint64 work, const char *sql)
{
  sqlite3 *raw = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (f->file.path, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (raw, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, work);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_changes (raw), ==, 1);
  sqlite3_finalize (statement);
  sqlite3_close (raw);
}

/* As it would be if another font had been the default when the board was printed first. */
static void
print_in_other_font (Directory *f, gint64 work)
{
  change_print (f, work,
                "UPDATE board SET printed = replace (printed, '" PATAL_FONT_DEFAULT
                "', 'DejaVu Sans') WHERE work = ?1");
}

static void
complete (Directory *f, gint64 work, const char *name)
{
  PatalWork now = works_pond (f->gp[0]);

  now.id = work;
  now.name_hi = (char *) name;
  now.code = NULL;
  now.status = PATAL_WORK_COMPLETED;
  now.end = DAY (2021, 12, 20);
  now.spent = (PatalWorkMoney) { 11900000, 7900000, 19800000 };
  now.spent_days = 615;
  directory_do (f, (gpointer) patal_work_update, &now);
}

/* A word's place on the sheet, from the left and the top of it, by MuPDF: of its first letter's origin. */
typedef struct
{
  char  *text;
  double x, y;
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static GArray *
lines_of (const char *path)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autofree char *answer = ANSWER ("mutool", "draw", "-F", "stext", path);
  g_auto (GStrv) rows = g_strsplit (answer, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *x = strstr (rows[i], " x=\""), *y = strstr (rows[i], " y=\""), *c = strstr (rows[i], " c=\"");

      if (strstr (rows[i], "<line ") != NULL)
        g_string_truncate (text, 0);
      else if (x != NULL && y != NULL && c != NULL)
        {
          Line line = { NULL, g_ascii_strtod (x + 4, NULL), g_ascii_strtod (y + 4, NULL) };

          if (text->len == 0)
            g_array_append_val (lines, line);
          g_string_append_len (text, c + 4, (gssize) strcspn (c + 4, "\""));
          g_free (g_array_index (lines, Line, lines->len - 1).text);
          g_array_index (lines, Line, lines->len - 1).text = g_strdup (text->str);
        }
    }
  return lines;
}

static void
assert_same_places (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  g_assert_cmpuint (a->len, >=, 5);
  for (guint i = 0; i < a->len; i++)
    {
      const Line *x = &g_array_index (a, Line, i), *y = &g_array_index (b, Line, i);

      g_assert_cmpstr (x->text, ==, y->text);
      g_assert_cmpfloat_with_epsilon (x->x, y->x, NEAR_MM * PATAL_PT_PER_MM);
      g_assert_cmpfloat_with_epsilon (x->y, y->y, NEAR_MM * PATAL_PT_PER_MM);
    }
}

/* Every row of the end stands in the box that the first print left for it. */
static void
assert_in_boxes (GArray *lines, const PatalBoardLayout *first)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      gboolean inside = FALSE;

      for (guint k = 0; k < patal_board_layout_n_fields (first); k++)
        {
          const PatalBoardField *field = patal_board_layout_field (first, k);
          const PatalBox *box = &field->value_mm;
          double x = line->x / PATAL_PT_PER_MM, y = line->y / PATAL_PT_PER_MM;

          inside |= field->later && x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height;
        }
      g_test_message ("%s", line->text);
      g_assert_true (inside);
    }
}

/* The work's name, the template and the default font changed between the first print and the overprint. */
static void
test_overprint (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "तालाब गहरीकरण");
  g_autofree char *path = out_path (f), *text = NULL;
  g_autoptr (GArray) before = NULL, after = NULL;
  g_autoptr (PatalBoardLayout) first = NULL;
  g_auto (PatalBoardTally) at_once = { 0 }, later = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_kept;

  g_assert_true (patal_board_issue (f->db, &work, 1, &full, &n_kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_kept, ==, 1);
  print_in_other_font (f, work);
  first = patal_board_lay_out (f->db, work, &full, NULL, &error);
  g_assert_no_error (error);
  complete (f, work, "तालाब गहरीकरण");
  write_pdf (f, &work, 1, &overprint, path, &at_once);
  before = lines_of (path);
  g_assert_cmpuint (at_once.told[PATAL_BOARD_TOLD_DIFFERS], ==, 0);

  complete (f, work, "एक बहुत लंबे नाम का कार्य जो पहले प्रिंट में नहीं था, और जो दो पंक्तियों में ही आ सकता है, उससे कम में नहीं");
  turn_template_round (f);
  write_pdf (f, &work, 1, &overprint, path, &later);
  after = lines_of (path);
  assert_same_places (before, after);
  assert_in_boxes (after, first);
  g_assert_cmpuint (later.told[PATAL_BOARD_TOLD_DIFFERS], ==, 1);
  g_assert_nonnull (strstr (later.notes->pdata[0], "कार्य का नाम"));
  text = ANSWER ("pdftotext", path, "-");
  g_assert_nonnull (strstr (text, "20.12.2021"));
  g_assert_nonnull (strstr (text, "615")); /* though today's template has no such row */
  g_assert_null (strstr (text, "तालाब"));
}

/* An order is carried out as it is asked for: with the first print where it is of that language and size,
 * else anew; an overprint always goes by the first print. */
static void
test_kept (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    PatalBoardOrder order;
    const char *name;
    double width_mm;
    PatalBoardLang lang;
    guint told;
  } cases[] = {
    { { .kind = PATAL_BOARD_FULL }, "तालाब गहरीकरण", 1524, PATAL_BOARD_HI, 1 << PATAL_BOARD_TOLD_DIFFERS },
    { { .kind = PATAL_BOARD_PROOF }, "तालाब गहरीकरण", 1524, PATAL_BOARD_HI, 1 << PATAL_BOARD_TOLD_DIFFERS },
    { { .kind = PATAL_BOARD_PROOF, .width_mm = 1524, .height_mm = 1219.2 },
      "तालाब गहरीकरण",
      1524,
      PATAL_BOARD_HI,
      1 << PATAL_BOARD_TOLD_DIFFERS },
    { { .kind = PATAL_BOARD_FULL, .width_mm = 914, .height_mm = 610 },
      "सड़क",
      914,
      PATAL_BOARD_HI,
      1 << PATAL_BOARD_TOLD_ANEW },
    { { .kind = PATAL_BOARD_PROOF, .width_mm = 914, .height_mm = 610 }, "सड़क", 914, PATAL_BOARD_HI, 0 },
    { { .kind = PATAL_BOARD_FULL, .lang = PATAL_BOARD_EN },
      "सड़क",
      1524,
      PATAL_BOARD_EN,
      1 << PATAL_BOARD_TOLD_ANEW },
    { { .kind = PATAL_BOARD_PAINTER, .lang = PATAL_BOARD_BOTH },
      "सड़क",
      1524,
      PATAL_BOARD_BOTH,
      1 << PATAL_BOARD_TOLD_ANEW },
    { { .kind = PATAL_BOARD_PROOF, .lang = PATAL_BOARD_BOTH }, "सड़क", 1524, PATAL_BOARD_BOTH, 0 },
    { { .kind = PATAL_BOARD_PROOF, .template = "community" }, "सड़क", 1524, PATAL_BOARD_HI, 0 },
    { { .kind = PATAL_BOARD_OVERPRINT, .lang = PATAL_BOARD_EN, .width_mm = 914, .height_mm = 610 },
      "तालाब गहरीकरण",
      1524,
      PATAL_BOARD_HI,
      1 << PATAL_BOARD_TOLD_DIFFERS | 1 << PATAL_BOARD_TOLD_ASKED },
  };
  gint64 work = works_add (f, f->gp[0], "तालाब गहरीकरण");
  g_autofree char *path = out_path (f);
  const PatalBoardOrder other = { .kind = PATAL_BOARD_FULL, .lang = PATAL_BOARD_EN };
  guint n_kept;

  g_assert_true (patal_board_issue (f->db, &work, 1, &full, &n_kept, NULL, NULL));
  g_assert_true (patal_board_issue (f->db, &work, 1, &other, &n_kept, NULL, NULL));
  g_assert_cmpuint (n_kept, ==, 0);
  complete (f, work, "सड़क");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PatalBoardLayout) layout = patal_board_lay_out (f->db, work, &cases[i].order, NULL, &error);
      g_auto (PatalBoardTally) tally = { 0 };
      guint told = 0;

      g_test_message ("%u", i);
      g_assert_no_error (error);
      g_assert_cmpstr (patal_board_layout_field (layout, 0)->value, ==, cases[i].name);
      g_assert_cmpfloat_with_epsilon (patal_board_layout_width_mm (layout), cases[i].width_mm, 1);
      g_assert_cmpint (patal_board_lang_of (layout), ==, cases[i].lang);
      write_pdf (f, &work, 1, &cases[i].order, path, &tally);
      for (guint t = 0; t < PATAL_BOARD_N_TOLD; t++)
        told |= tally.told[t] > 0 ? 1u << t : 0;
      g_assert_cmphex (told, ==, cases[i].told);
    }
}

/* A first print in both languages is compared with both, and can be asked for by them alone. */
static void
test_kept_both (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const PatalBoardOrder both = { .kind = PATAL_BOARD_FULL, .lang = PATAL_BOARD_BOTH };
  gint64 work = works_add (f, f->gp[0], "तालाब गहरीकरण");
  const struct
  {
    const PatalBoardOrder *order;
    PatalBoardLang lang;
    guint n_anew;
  } cases[] = { { &both, PATAL_BOARD_BOTH, 0 }, { &full, PATAL_BOARD_HI, 1 } };
  g_autofree char *path = out_path (f);

  g_assert_true (patal_board_issue (f->db, &work, 1, &both, NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalBoardLayout) layout = patal_board_lay_out (f->db, work, cases[i].order, NULL, NULL);
      g_auto (PatalBoardTally) tally = { 0 };

      g_assert_cmpint (patal_board_lang_of (layout), ==, cases[i].lang);
      write_pdf (f, &work, 1, cases[i].order, path, &tally);
      g_assert_cmpuint (tally.told[PATAL_BOARD_TOLD_DIFFERS], ==, 0);
      g_assert_cmpuint (tally.told[PATAL_BOARD_TOLD_ANEW], ==, cases[i].n_anew);
    }
}

static gboolean
change_ombudsman_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_setting_set (db, PATAL_SETTING_OMBUDSMAN, data, error)
         && patal_setting_set (db, PATAL_SETTING_OMBUDSMAN_PHONE, "07752-1", error);
}

static void
count_cb (G_GNUC_UNUSED gint64 work, G_GNUC_UNUSED const char *board, const GPtrArray *findings,
          gpointer data)
{
  guint *counts = data;

  for (guint i = 0; i < findings->len; i++)
    counts[((const PatalFinding *) findings->pdata[i])->kind]++;
}

static guint
count_differences (Directory *f, gint64 work, const PatalBoardOrder *order)
{
  guint counts[PATAL_FINDING_N_KINDS] = { 0 }, office;

  g_assert_true (
      patal_board_check (f->db, &work, 1, order, DAY (2022, 1, 1), count_cb, counts, &office, NULL, NULL));
  return counts[PATAL_FINDING_DIFFERS];
}

/* What stands around the rows is told when it changes: here the ombudsman, and by another template the
 * colours and the back. */
static void
test_kept_around (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *shipped = patal_board_template_text (f->db, "community", NULL), *path = out_path (f);
  g_autoptr (GString) text = g_string_new (shipped);
  OwnTemplate own = { .name = "हमारा" };
  gint64 work = works_add (f, f->gp[0], "तालाब गहरीकरण");
  const PatalBoardOrder english = { .kind = PATAL_BOARD_FULL, .lang = PATAL_BOARD_EN };
  g_auto (PatalBoardTally) tally = { 0 };

  directory_do (f, (gpointer) change_ombudsman_cb, (gpointer) "श्री लोक पाल");
  g_assert_true (patal_board_issue (f->db, &work, 1, &full, NULL, NULL, NULL));
  g_assert_cmpuint (count_differences (f, work, &full), ==, 0);
  g_assert_cmpuint (count_differences (f, work, &english), ==, 0); /* compared in its own language */
  directory_do (f, (gpointer) change_ombudsman_cb, (gpointer) "श्री राम लोकपाल");
  g_assert_cmpuint (count_differences (f, work, &full), ==, 1);
  g_string_replace (text, "ground = #FFD84D", "ground = #FFFFFF", 1);
  g_string_replace (text, "श्रमिकों के अधिकार", "मजदूरों के अधिकार", 0);
  own.text = text->str;
  directory_do (f, (gpointer) put_template_cb, &own);
  g_assert_cmpuint (count_differences (f, work, &full), ==, 3);
  g_assert_cmpuint (count_differences (f, work, &english), ==, 3);
  write_pdf (f, &work, 1, &full, path, &tally);
  g_assert_cmpuint (tally.told[PATAL_BOARD_TOLD_DIFFERS], ==, 1);
  g_assert_nonnull (strstr (tally.notes->pdata[0],
                            "differ from it: the contacts at its foot, the colours, the back of the board"));
}

/* A first print that cannot be read is told, and hides no board; only an overprint cannot do without it. */
static void
test_kept_damaged (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "तालाब गहरीकरण");
  g_autofree char *path = out_path (f);
  g_autoptr (PatalBoardLayout) layout = NULL;
  g_auto (PatalBoardTally) tally = { 0 }, none = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_board_issue (f->db, &work, 1, &full, NULL, NULL, NULL));
  change_print (f, work, "UPDATE board SET printed = substr (printed, 1, 400) WHERE work = ?1");
  complete (f, work, "सड़क");
  layout = patal_board_lay_out (f->db, work, &full, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (patal_board_layout_field (layout, 0)->value, ==, "सड़क");
  write_pdf (f, &work, 1, &full, path, &tally);
  g_assert_cmpuint (tally.told[PATAL_BOARD_TOLD_DAMAGED], ==, 1);
  g_assert_nonnull (strstr (tally.notes->pdata[0], "Take the kept print away"));
  g_assert_nonnull (strstr (tally.notes->pdata[0], "It is drawn anew here."));
  g_assert_cmpuint (count_differences (f, work, &full), ==, 1);
  g_assert_false (patal_board_write_pdf (f->db, &work, 1, &overprint, path, &none, NULL, &error));
  g_assert_error (error, PATAL_BOARD_PAGES_ERROR, PATAL_BOARD_PAGES_ERROR_NOTHING);
  g_assert_nonnull (strstr (error->message, "Take the kept print away"));
}

/* Each reason why an overprint leaves a board out, and that the others are printed. */
static void
test_left_out (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const gint64 works[] = { works_add (f, f->gp[0], "बिना प्रिंट"), works_add (f, f->gp[0], "प्रगतिरत"), works_add (f, f->gp[0], "भरा हुआ"),
                           works_add (f, f->gp[0], "पूर्ण") };
  g_autofree char *path = out_path (f);
  g_auto (PatalBoardTally) all = { 0 }, none = { 0 };
  g_autoptr (GError) error = NULL;

  complete (f, works[2], "भरा हुआ");
  g_assert_true (patal_board_issue (f->db, works + 1, 3, &full, NULL, NULL, NULL));
  complete (f, works[3], "पूर्ण");
  write_pdf (f, works, 4, &overprint, path, &all);
  g_assert_cmpuint (all.n_boards, ==, 1);
  g_assert_cmpuint (all.told[PATAL_BOARD_TOLD_NO_PRINT], ==, 1);
  g_assert_cmpuint (all.told[PATAL_BOARD_TOLD_NOT_COMPLETED], ==, 1);
  g_assert_cmpuint (all.told[PATAL_BOARD_TOLD_FILLED], ==, 1);
  g_assert_cmpuint (all.notes->len, ==, 3);
  g_unlink (path);
  g_assert_false (patal_board_write_pdf (f->db, works, 3, &overprint, path, &none, NULL, &error));
  g_assert_error (error, PATAL_BOARD_PAGES_ERROR, PATAL_BOARD_PAGES_ERROR_NO_PRINT); /* of one of them */
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (patal_board_write_pdf (f->db, works + 1, 2, &overprint, path, NULL, NULL, &error));
  g_assert_error (error, PATAL_BOARD_PAGES_ERROR, PATAL_BOARD_PAGES_ERROR_NOTHING);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* --- Pages for the printer --- */

static void
test_pages (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const gint64 works[] = { works_add (f, f->gp[0], "तालाब"), works_add (f, f->gp[0], "सड़क") };
  const struct { PatalBoardKind kind; double width_mm, height_mm; gboolean paper; guint n_pages; double sheet_mm; } cases[] = {
    { PATAL_BOARD_PROOF, 1524, 1219, FALSE, 2, 297 },
    { PATAL_BOARD_PROOF, 600, 900, FALSE, 2, 210 },
    { PATAL_BOARD_FULL, 1524, 1219, FALSE, 2, 1524 },
    { PATAL_BOARD_FULL, 914, 610, TRUE, 2 * 4 * 4, 297 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PatalBoardOrder order = { .kind = cases[i].kind, .width_mm = cases[i].width_mm, .height_mm = cases[i].height_mm,
                                      .sheet = cases[i].paper ? patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT) : (PatalSheetSize) { 0 } };
      g_autoptr (GError) error = NULL;
      g_autoptr (PatalPages) pages = patal_board_pages (f->db, works, 2, &order, NULL, NULL, &error);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

      g_assert_no_error (error);
      g_assert_cmpuint (patal_pages_count (pages), ==, cases[i].n_pages);
      g_assert_cmpfloat_with_epsilon (patal_pages_size (pages).width, cases[i].sheet_mm * PATAL_PT_PER_MM, 0.5);
      g_assert_true (patal_pages_write_pdf (pages, stream, 0, NULL, &error)); /* every page can be drawn */
    }
}

/* The worst are named first, with what is graver; what only reminds is not told. */
static void
test_faults (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalWork sum = works_pond (f->gp[0]), strange = works_pond (f->gp[1]);
  g_auto (PatalBoardTally) tally = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPages) pages = NULL;
  const PatalFaultyBoard *first, *second;
  PatalWork good = works_pond (f->gp[0]);
  gint64 works[3];
  guint n_good;

  directory_do (f, (gpointer) patal_work_insert, &good);
  works[0] = good.id;
  pages = patal_board_pages (f->db, works, 1, &full, &tally, NULL, &error);
  g_assert_no_error (error);
  n_good = tally.faults.n_findings; /* of a work that nothing is wrong with but what is missing yet */
  g_clear_pointer (&pages, patal_pages_unref);
  patal_board_tally_clear (&tally);
  sum.sanctioned.total_paise += 100;
  directory_do (f, (gpointer) patal_work_insert, &sum);
  strange.name_hi = (char *) "तालाब \U0002a6d0 सड़क"; /* no font has a picture of that sign */
  directory_do (f, (gpointer) patal_work_insert, &strange);
  works[1] = sum.id;
  works[2] = strange.id;
  pages = patal_board_pages (f->db, works, 3, &full, &tally, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_boards, ==, 3);
  g_assert_cmpuint (tally.faults.n_boards, ==, n_good > 0 ? 3 : 2);
  g_assert_cmpuint (tally.faults.n_findings, ==, 3 * n_good + 2);
  first = tally.faults.worst->pdata[0];
  second = tally.faults.worst->pdata[1];
  g_assert_cmpint (first->work, ==, strange.id);
  g_assert_cmpstr (((PatalFinding *) first->findings->pdata[0])->field, ==, "name_hi");
  g_assert_cmpint (second->work, ==, sum.id);
  g_assert_nonnull (strstr (second->board, "बड़ा तालाब"));
  for (guint i = 0; i < tally.faults.worst->len; i++)
    for (guint n = 0; n < ((PatalFaultyBoard *) tally.faults.worst->pdata[i])->findings->len; n++)
      g_assert_cmpint (((PatalFinding *) ((PatalFaultyBoard *) tally.faults.worst->pdata[i])->findings->pdata[n])->weight, !=,
                       PATAL_FINDING_REMINDS);
}

/* Of any number of boards a few are kept. */
static void
test_many_faults (void)
{
  PatalBoardFaults faults = { 0 };

  for (gint64 work = 1; work <= 30; work++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new ();
      PatalFinding stops = { .weight = PATAL_FINDING_STOPS, .text = (char *) "stops" };
      PatalFinding warns = { .weight = PATAL_FINDING_WARNS, .text = (char *) "warns" };

      if (work == 20)
        g_ptr_array_add (findings, &stops);
      for (gint64 i = 0; i < work % 3 + (work == 25 ? 5 : 0); i++)
        g_ptr_array_add (findings, &warns);
      patal_board_faults_add (&faults, work, "board", findings);
    }
  g_assert_cmpuint (faults.n_boards, ==, 20);
  g_assert_cmpuint (faults.n_findings, ==, 30 + 1 + 5);
  g_assert_cmpuint (faults.worst->len, ==, PATAL_BOARD_MOST_FAULTY);
  g_assert_cmpint (((PatalFaultyBoard *) faults.worst->pdata[0])->work, ==, 20);
  g_assert_cmpint (((PatalFaultyBoard *) faults.worst->pdata[1])->work, ==, 25);
  g_assert_cmpint (((PatalFaultyBoard *) faults.worst->pdata[2])->work, ==, 2);
  patal_board_faults_clear (&faults);
}

static void
stop_cb (double share, gpointer cancellable)
{
  if (share > 0.4)
    g_cancellable_cancel (cancellable);
}

/* Neither a file nor a part of one is left. */
static void
test_cancelled (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const PatalProgress progress = { stop_cb, cancellable, cancellable };
  g_autofree char *folder = g_build_filename (f->file.folder, "out", NULL), *path = g_build_filename (folder, "boards.pdf", NULL);
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 work = works_add (f, f->gp[0], "तालाब");

  for (guint i = 0; i < 600; i++)
    g_array_append_val (works, work);
  g_mkdir (folder, 0700);
  g_assert_false (patal_board_write_pdf (f->db, (const gint64 *) works->data, works->len, &proof, path, NULL, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* --- Findings --- */

static void
test_findings (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 good = works_add (f, f->gp[0], "तालाब"), strange = works_add (f, f->gp[0], "तालाब \U0002a6d0 सड़क");
  const PatalBoardOrder a4 = { .kind = PATAL_BOARD_PROOF, .width_mm = 297, .height_mm = 210 };
  const PatalBoardOrder small = { .kind = PATAL_BOARD_PROOF, .width_mm = 100, .height_mm = 100 };
  const struct { gint64 work; const PatalBoardOrder *order; PatalFindingKind kind; guint n;
  } cases[] = {
    { good, &full, PATAL_FINDING_SMALL, 0 },    { good, &a4, PATAL_FINDING_SMALL, 0 },
    { good, &small, PATAL_FINDING_SMALL, 1 },   { good, &full, PATAL_FINDING_GLYPH, 0 },
    { strange, &full, PATAL_FINDING_GLYPH, 1 }, { good, &full, PATAL_FINDING_DIFFERS, 0 },
  };
  guint counts[PATAL_FINDING_N_KINDS] = { 0 }, office;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      memset (counts, 0, sizeof counts);
      g_assert_true (patal_board_check (f->db, &cases[i].work, 1, cases[i].order, DAY (2022, 1, 1), count_cb,
                                        counts, &office, NULL, NULL));
      g_test_message ("%u", i);
      g_assert_cmpuint (counts[cases[i].kind], ==, cases[i].n);
    }
  g_assert_true (patal_board_issue (f->db, &good, 1, &full, NULL, NULL, NULL));
  complete (f, good, "तालाब"); /* what the overprint fills is no difference */
  memset (counts, 0, sizeof counts);
  g_assert_true (
      patal_board_check (f->db, &good, 1, &full, DAY (2022, 1, 1), count_cb, counts, &office, NULL, NULL));
  g_assert_cmpuint (counts[PATAL_FINDING_DIFFERS], ==, 0);
  complete (f, good, "सड़क");
  g_assert_true (
      patal_board_check (f->db, &good, 1, &full, DAY (2022, 1, 1), count_cb, counts, &office, NULL, NULL));
  g_assert_cmpuint (counts[PATAL_FINDING_DIFFERS], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/board-pages/outline", test_outline);
  DIRECTORY_TEST ("/board-pages/text-back", test_text_back);
  DIRECTORY_TEST ("/board-pages/overprint", test_overprint);
  DIRECTORY_TEST ("/board-pages/kept", test_kept);
  DIRECTORY_TEST ("/board-pages/kept-both", test_kept_both);
  DIRECTORY_TEST ("/board-pages/kept-around", test_kept_around);
  DIRECTORY_TEST ("/board-pages/kept-damaged", test_kept_damaged);
  DIRECTORY_TEST ("/board-pages/left-out", test_left_out);
  DIRECTORY_TEST ("/board-pages/pages", test_pages);
  DIRECTORY_TEST ("/board-pages/cancelled", test_cancelled);
  DIRECTORY_TEST ("/board-pages/findings", test_findings);
  DIRECTORY_TEST ("/board-pages/faults", test_faults);
  g_test_add_func ("/board-pages/many-faults", test_many_faults);
  return g_test_run ();
}
