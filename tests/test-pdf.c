/* test-pdf.c: what other programs find in our PDF files: poppler and MuPDF read them, qpdf checks them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf.h"
#include <glib/gstdio.h>
#include <string.h>

static const PatalPdfInfo info = { .title = "नागरिक सूचना पटल", .author = "जिला पंचायत", .lang = PATAL_LANG_HI };
static const PatalTextStyle style = { .size_pt = 12, .weight = PATAL_WEIGHT_REGULAR, .lang = PATAL_LANG_HI };

typedef void (*Draw) (PatalPdf *pdf, gpointer data);

/* The file that @draw makes, in memory. */
static GBytes *
make_pdf_about (const PatalPdfInfo *about, Draw draw, gpointer data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, about);
  g_autoptr (GError) error = NULL;

  draw (pdf, data);
  patal_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
make_pdf (Draw draw, gpointer data)
{
  return make_pdf_about (&info, draw, data);
}

static char *
write_temporary (GBytes *bytes)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-pdf-XXXXXX", NULL);
  char *path = g_build_filename (folder, "made.pdf", NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return path;
}

static void
remove_temporary (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}
typedef char TemporaryPath;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TemporaryPath, remove_temporary)

/* What a program prints about the file. */
static char *
ask (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char *answer = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, &complaint, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_error ("%s: %s%s", argv[0], answer, complaint);
  if (g_strcmp0 (complaint, "warning: ICC support is not available\n") != 0) /* Debian's MuPDF says so of every file */
    g_assert_cmpstr (complaint, ==, "");
  return answer;
}
#define ASK(...) ask ((const char *const[]) { __VA_ARGS__, NULL })

/* --- Text comes back --- */

static void
draw_lines (PatalPdf *pdf, gpointer data)
{
  char **lines = data;
  PatalCanvas *canvas = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (lines[i], &style, 2000);

      if (i % 40 == 0)
        {
          if (canvas != NULL)
            patal_pdf_page_end (pdf);
          canvas = patal_pdf_page_begin (pdf, 2100, 842);
        }
      patal_canvas_paragraph (canvas, 40, 20 + 20 * (i % 40), paragraph, &PATAL_INK_BLACK);
    }
  patal_pdf_page_end (pdf);
}

static void
assert_lines (char **expected, const char *answer)
{
  g_auto (GStrv) got = g_strsplit_set (answer, "\n\f", -1);
  guint at = 0;

  for (guint i = 0; expected[i] != NULL; i++)
    {
      while (got[at] != NULL && *g_strstrip (got[at]) == '\0')
        at++;
      g_assert_cmpstr (got[at], ==, expected[i]);
      at++;
    }
}

static const char *const hard_lines[] = {
  "नागरिक सूचना पटल",
  "ग्राम पंचायत अकलतरा, विकासखण्ड पामगढ़, जिला जांजगीर-चांपा",
  "ज्य, क्ष, त्र, ज्ञ, श्र, द्ध, ट्व, र्कि, ड़्य",
  "रु. 12,34,567/- (रुपये बारह लाख चौंतीस हजार पाँच सौ सड़सठ मात्र)",
  "दिनांक 20.12.2021 की स्थिति में (राशि लाख रु. में)",
  "महात्मा गांधी राष्ट्रीय ग्रामीण रोजगार गारंटी अधिनियम",
  "कर्तव्य, पर्वत, स्त्री, राष्ट्र, प्रत्यक्ष, उत्कृष्ट, शृंखला, हृदय, द्वितीय",
  "किशनगढ् बम्होरी रोशनी मिर्ज़ापुर फ़ॉर्म",
  "जि\u200dगि\u200dनि\u200dया, ति\u200dवारीपुर तप्\u200dपा",
  "Gram Panchayat AKALTARA (GP code 115123) 100 %",
  "MGNREGA कार्य: 2025-26 में ₹ 1.5 लाख स्वीकृत",
  NULL,
};

static void
test_text_comes_back (void)
{
  g_autoptr (GBytes) bytes = make_pdf (draw_lines, (gpointer) hard_lines);
  g_autoptr (TemporaryPath) path = write_temporary (bytes);
  g_autofree char *by_poppler = ASK ("pdftotext", "-layout", path, "-");
  g_autofree char *by_mupdf = ASK ("mutool", "draw", "-q", "-F", "text", path);

  assert_lines ((char **) hard_lines, by_poppler);
  assert_lines ((char **) hard_lines, by_mupdf);
}

static void
test_checked (void)
{
  g_autoptr (GBytes) bytes = make_pdf (draw_lines, (gpointer) hard_lines);
  g_autoptr (TemporaryPath) path = write_temporary (bytes);
  g_autofree char *answer = ASK ("qpdf", "--check", path);
  g_autofree char *about = ASK ("pdfinfo", path);
  g_autofree char *fonts = ASK ("pdffonts", path);

  g_assert_nonnull (strstr (answer, "No syntax or stream encoding errors found"));
  g_assert_nonnull (strstr (about, "नागरिक सूचना पटल"));
  g_assert_nonnull (strstr (fonts, "+NotoSansDevanagari"));
}

/* --- Tags --- */

static const PatalPdfInfo tagged_info = { .title = "नागरिक सूचना पटल", .lang = PATAL_LANG_HI, .tagged = TRUE };

static void
draw_text (PatalCanvas *canvas, double x, double y, const char *text)
{
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, &style, 400);

  patal_canvas_paragraph (canvas, x, y, paragraph, &PATAL_INK_BLACK);
}

static void
draw_tagged (PatalCanvas *canvas, PatalTag tag, PatalLang lang, double y, const char *text)
{
  patal_canvas_tag_begin (canvas, tag, lang, "दो स्तंभ");
  draw_text (canvas, 40, y, text);
  patal_canvas_tag_end (canvas);
}

static void
draw_row (PatalCanvas *canvas, PatalTag first, double y, const char *const texts[2])
{
  patal_canvas_fill_box (canvas, &(PatalBox) { 30, y, 400, 15 }, &(PatalInk) { 0.9, 0.9, 0.9, 1 }); /* between cells: no text */
  patal_canvas_tag_begin (canvas, PATAL_TAG_ROW, PATAL_LANG_HI, NULL);
  patal_canvas_tag_cell (canvas, first, PATAL_LANG_HI, texts[1] == NULL ? 2 : 1);
  draw_text (canvas, 40, y, texts[0]);
  patal_canvas_tag_end (canvas);
  if (texts[1] != NULL)
    {
      patal_canvas_tag_cell (canvas, PATAL_TAG_CELL, PATAL_LANG_EN, 1);
      patal_canvas_save (canvas); /* marks end before the state in which they began is restored */
      patal_canvas_clip_box (canvas, &(PatalBox) { 30, y, 400, 20 });
      draw_text (canvas, 240, y, texts[1]);
      patal_canvas_restore (canvas);
      patal_canvas_tag_end (canvas);
    }
  patal_canvas_tag_end (canvas);
}

/* Whether the file holds @bytes when nothing in it is deflated. */
static gboolean
holds (const char *path, const char *bytes)
{
  g_autofree char *plain = g_strconcat (path, ".plain", NULL);
  g_autofree char *said = ASK ("qpdf", "--qdf", path, plain);
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (plain, &contents, &size, NULL));
  g_unlink (plain);
  return memmem (contents, size, bytes, strlen (bytes)) != NULL;
}

/* As Poppler tells it: without indents and what it says of every kind. */
static char *
tell_structure (const char *path)
{
  g_autofree char *answer = ASK ("pdfinfo", "-struct-text", path);
  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);
  GString *told = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (told, "%s%s", told->len > 0 ? "; " : "", lines[i]);
  return g_string_free (told, FALSE);
}

/* Lines end at a space, at a line feed, at a hyphen and within a word: only the first two are heard. */
static void
draw_wrapped (PatalPdf *pdf, G_GNUC_UNUSED gpointer data)
{
  PatalCanvas *canvas = patal_pdf_page_begin (pdf, 500, 842);
  g_autoptr (PatalParagraph) words = patal_paragraph_new ("ग्राम पंचायत\nअकलतरा", &style, 50);
  g_autoptr (PatalParagraph) cut = patal_paragraph_new ("Janjgir-Champadistrict", &style, 50);

  patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, PATAL_LANG_HI, NULL);
  patal_canvas_paragraph (canvas, 40, 40, words, &PATAL_INK_BLACK);
  patal_canvas_tag_end (canvas);
  patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, PATAL_LANG_EN, NULL);
  patal_canvas_paragraph (canvas, 40, 140, cut, &PATAL_INK_BLACK);
  patal_canvas_tag_end (canvas);
  g_assert_cmpuint (patal_paragraph_n_lines (words), ==, 3);
  g_assert_cmpuint (patal_paragraph_n_lines (cut), >=, 3);
  patal_pdf_page_end (pdf);
}

static void
test_tagged_lines (void)
{
  g_autoptr (GBytes) bytes = make_pdf_about (&tagged_info, draw_wrapped, NULL);
  g_autoptr (TemporaryPath) path = write_temporary (bytes);
  g_autofree char *told = tell_structure (path);

  g_assert_cmpstr (told, ==, "Document; P (block); \"ग्राम पंचायत अकलतरा\"; P (block); \"Janjgir-Champadistrict\"");
}

/* Any number of pages of one table, with all kinds of tags around. */
static void
draw_tagged_page_cb (PatalCanvas *canvas, guint page, G_GNUC_UNUSED gpointer data)
{
  draw_text (canvas, 300, 800, "पृष्ठ"); /* no tag: no text */
  if (page == 0)
    {
      draw_tagged (canvas, PATAL_TAG_TITLE, PATAL_LANG_HI, 20, "सूचना पटल");
      draw_tagged (canvas, PATAL_TAG_HEADING, PATAL_LANG_EN, 40, "Works");
      draw_tagged (canvas, PATAL_TAG_FIGURE, PATAL_LANG_HI, 60, "▮▮");
      patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, PATAL_LANG_HI, NULL);
      draw_text (canvas, 40, 80, "शिकायत:");
      patal_canvas_link (canvas, &(PatalBox) { 40, 80, 100, 20 }, "mailto:zp@example.org");
      patal_canvas_tag_end (canvas);
      patal_canvas_tag_begin (canvas, PATAL_TAG_TABLE, PATAL_LANG_HI, NULL);
      draw_row (canvas, PATAL_TAG_HEAD_CELL, 100, (const char *const[]) { "ग्राम", "Village" });
    }
  else
    {
      draw_tagged (canvas, PATAL_TAG_ARTIFACT, PATAL_LANG_HI, 20, "सूचना पटल");
      patal_canvas_tag_go_on (canvas, PATAL_TAG_TABLE, PATAL_LANG_HI);
    }
  draw_row (canvas, PATAL_TAG_CELL, 120, (const char *const[]) { "अकलतरा", "Akaltara" });
  if (page == 1)
    draw_row (canvas, PATAL_TAG_ROW_HEAD_CELL, 140, (const char *const[]) { "योग", NULL });
  patal_canvas_tag_end (canvas);
  if (page == 0)
    return;
  patal_canvas_tag_begin (canvas, PATAL_TAG_ARTIFACT, PATAL_LANG_HI, NULL);
  draw_tagged (canvas, PATAL_TAG_PARAGRAPH, PATAL_LANG_HI, 700, "कुछ नहीं"); /* what is in an artifact is no text either */
  patal_canvas_tag_end (canvas);
}

static void
draw_tagged_pages (PatalPdf *pdf, gpointer n_pages)
{
  for (guint i = 0; i < GPOINTER_TO_UINT (n_pages); i++)
    {
      draw_tagged_page_cb (patal_pdf_page_begin (pdf, 500, 842), i, NULL);
      patal_pdf_page_end (pdf);
    }
}

static void
draw_tagged_together (PatalPdf *pdf, gpointer n_pages)
{
  const PatalPdfPages pages = { 500, 842, draw_tagged_page_cb, NULL, NULL };

  g_assert_true (patal_pdf_pages (pdf, &pages, GPOINTER_TO_UINT (n_pages), NULL, NULL));
}

static void
test_tags (void)
{
  g_autoptr (GBytes) bytes = make_pdf_about (&tagged_info, draw_tagged_pages, GUINT_TO_POINTER (2));
  g_autoptr (TemporaryPath) path = write_temporary (bytes);
  g_autofree char *told = tell_structure (path), *answer = ASK ("qpdf", "--check", path), *text = ASK ("pdftotext", "-layout", path, "-");
  g_autofree char *about = ASK ("pdfinfo", path);

  g_assert_cmpstr (told, ==, "Document; H1 (block); \"सूचना पटल\"; H2 (block); \"Works\"; Figure; \"▮▮\"; P (block); \"शिकायत:\"; "
                             "Link (inline); Object 8 0; Table (block); TR; TH:; /Scope /Column; \"ग्राम\"; TD; \"Village\"; "
                             "TR; TD; \"अकलतरा\"; TD; \"Akaltara\"; TR; TD; \"अकलतरा\"; TD; \"Akaltara\"; "
                             "TR; TH:; /Scope /Row; /ColSpan 2; \"योग\"");
  g_assert_nonnull (strstr (answer, "No syntax or stream encoding errors found"));
  g_assert_nonnull (strstr (about, "Tagged:          yes"));
  g_assert_nonnull (strstr (text, "कुछ नहीं")); /* seen all the same */
  g_assert_true (holds (path, "EMC\nQ\n")); /* a mark ends within the state in which it began */
  g_assert_true (holds (path, "/Lang (en-IN)")); /* Poppler does not tell these */
  g_assert_true (holds (path, "/Alt <feff0926094b00200938094d0924090209"));
}

static void
test_tags_any_threads (void)
{
  g_autoptr (GBytes) one = make_pdf_about (&tagged_info, draw_tagged_pages, GUINT_TO_POINTER (150));
  g_autoptr (GBytes) many = make_pdf_about (&tagged_info, draw_tagged_together, GUINT_TO_POINTER (150));

  g_assert_true (g_bytes_equal (one, many));
}

/* A document that is not tagged says only what a reader of its text cannot do without. */
static void
test_untagged (void)
{
  g_autoptr (GBytes) bytes = make_pdf (draw_tagged_pages, GUINT_TO_POINTER (2));
  g_autoptr (TemporaryPath) path = write_temporary (bytes);
  g_autofree char *about = ASK ("pdfinfo", path);

  g_assert_nonnull (strstr (about, "Tagged:          no"));
  g_assert_true (holds (path, "/Span<</Lang(en-IN)>>BDC"));
  g_assert_true (holds (path, "/Artifact BMC"));
  g_assert_false (holds (path, "/StructParents"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/text-comes-back", test_text_comes_back);
  g_test_add_func ("/pdf/checked", test_checked);
  g_test_add_func ("/pdf/tags", test_tags);
  g_test_add_func ("/pdf/tagged-lines", test_tagged_lines);
  g_test_add_func ("/pdf/tags-any-threads", test_tags_any_threads);
  g_test_add_func ("/pdf/untagged", test_untagged);
  return g_test_run ();
}
