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
make_pdf (Draw draw, gpointer data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &info);
  g_autoptr (GError) error = NULL;

  draw (pdf, data);
  patal_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/text-comes-back", test_text_comes_back);
  g_test_add_func ("/pdf/checked", test_checked);
  return g_test_run ();
}
