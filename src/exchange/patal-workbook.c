/* patal-workbook.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-workbook.h"
#include "patal-ods-read.h"
#include "patal-xlsx-read.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum { BOOK_NONE, BOOK_XLSX, BOOK_ODS } BookKind;

/* An ODS with a password looks like one without, but for its list of files. */
static gboolean
manifest_start (gpointer reader, const char *name, G_GNUC_UNUSED PatalElement *element,
                G_GNUC_UNUSED GError **error)
{
  gboolean *encrypted = reader;

  *encrypted = *encrypted || strcmp (name, "encryption-data") == 0;
  return TRUE;
}

static gboolean
manifest_end (G_GNUC_UNUSED gpointer reader, G_GNUC_UNUSED const char *name, G_GNUC_UNUSED GError **error)
{
  return TRUE;
}

static void
manifest_text (G_GNUC_UNUSED gpointer reader, G_GNUC_UNUSED const char *text, G_GNUC_UNUSED gsize len)
{
}

static gboolean
is_open (const PatalBook *book, GError **error)
{
  static const PatalPartReader manifest_reader = { manifest_start, manifest_end, manifest_text };
  gboolean encrypted = FALSE;

  if (!patal_part_read (book, "META-INF/manifest.xml", PATAL_PART_OPTIONAL, &manifest_reader, &encrypted,
                        error))
    return FALSE;
  if (encrypted)
    g_set_error (
        error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_KIND,
        _("“%s” is protected by a password. Open it in Excel or LibreOffice and save it without one."),
        book->name);
  return !encrypted;
}

static BookKind
find_kind (const PatalBook *book, GError **error)
{
  g_auto (GStrv) parts = patal_part_names (book, error);
  const char *const *names = (const char *const *) parts;

  if (parts == NULL)
    return BOOK_NONE;
  if (g_strv_contains (names, "content.xml"))
    return is_open (book, error) ? BOOK_ODS : BOOK_NONE;
  if (g_strv_contains (names, "xl/workbook.bin"))
    g_set_error (
        error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_KIND,
        _("“%s” is a binary workbook (.xlsb). Open it in Excel or LibreOffice and save it as .xlsx or CSV."),
        book->name);
  else if (g_strv_contains (names, "word/document.xml"))
    g_set_error (
        error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_KIND,
        _("“%s” is a text document. Copy its table into Excel or LibreOffice and save it as .xlsx or CSV."),
        book->name);
  else if (!g_strv_contains (names, "[content_types].xml"))
    g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_KIND,
                 _("“%s” is an archive, not a workbook. Unpack it and import the file inside."), book->name);
  else
    return BOOK_XLSX;
  return BOOK_NONE;
}

static gboolean
fail_empty (const PatalBook *book, GError **error)
{
  g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_EMPTY,
               _("No sheet of “%s” has a row with anything in it."), book->name);
  return FALSE;
}

static gboolean
fail_index (const PatalBook *book, int index, GError **error)
{
  g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_EMPTY, _("“%s” has no sheet number %d."),
               book->name, index + 1);
  return FALSE;
}

/* The first sheet with rows, those that are shown before those that are hidden. */
static PatalSheet *
first_filled (PatalXlsxBook *xlsx, const PatalBook *book, GError **error)
{
  for (int hidden = FALSE; hidden <= TRUE; hidden++)
    for (guint i = 0; i < patal_xlsx_book_n_sheets (xlsx); i++)
      {
        g_autoptr (PatalSheet) sheet = NULL;

        if (patal_xlsx_book_hidden (xlsx, i) != hidden)
          continue;
        sheet = patal_xlsx_book_read (xlsx, i, error);
        if (sheet == NULL || patal_sheet_n_rows (sheet) > 0)
          return g_steal_pointer (&sheet);
      }
  fail_empty (book, error);
  return NULL;
}

static PatalSheet *
read_xlsx (const PatalBook *book, int index, GError **error)
{
  g_autoptr (PatalXlsxBook) xlsx = patal_xlsx_book_new (book, error);

  if (xlsx == NULL)
    return NULL;
  if (index < 0)
    return first_filled (xlsx, book, error);
  if ((guint) index < patal_xlsx_book_n_sheets (xlsx))
    return patal_xlsx_book_read (xlsx, index, error);
  fail_index (book, index, error);
  return NULL;
}

PatalSheet *
patal_workbook_read (int fd, const char *name, int index, const PatalProgress *progress, GError **error)
{
  PatalBook book = { fd, name, progress };
  g_autoptr (PatalSheet) sheet = NULL;
  BookKind kind = find_kind (&book, error);

  if (kind == BOOK_NONE)
    return NULL;
  sheet = kind == BOOK_XLSX ? read_xlsx (&book, index, error) : patal_ods_read (&book, index, error);
  if (sheet == NULL)
    return NULL;
  if (patal_sheet_n_rows (sheet) == 0)
    {
      fail_empty (&book, error);
      return NULL;
    }
  return patal_sheet_seal (sheet, error) ? g_steal_pointer (&sheet) : NULL;
}

GStrv
patal_workbook_names (int fd, const char *name, GError **error)
{
  PatalBook book = { fd, name, NULL };
  g_autoptr (PatalXlsxBook) xlsx = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  BookKind kind = find_kind (&book, error);

  if (kind != BOOK_XLSX)
    return kind == BOOK_ODS ? patal_ods_names (&book, error) : NULL;
  xlsx = patal_xlsx_book_new (&book, error);
  if (xlsx == NULL)
    return NULL;
  for (guint i = 0; i < patal_xlsx_book_n_sheets (xlsx); i++)
    g_strv_builder_add (names, patal_xlsx_book_name (xlsx, i));
  return g_strv_builder_end (names);
}
