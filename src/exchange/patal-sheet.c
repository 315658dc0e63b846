/* patal-sheet.c: opens a file, finds out what it is, and hands it to its reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-delimited.h"
#include "patal-sheet-text.h"
#include "patal-workbook.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD_BYTES 4096
#define GROW_BYTES (4 * 1024 * 1024)

typedef enum { KIND_TEXT, KIND_GZIP, KIND_ZIP, KIND_FOREIGN } Kind;

static int
fail_unreadable (const char *name, int code, GError **error)
{
  if (code == ENOENT)
    g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_UNREADABLE, _("There is no file “%s”."), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_UNREADABLE,
                 _("You may not read “%s”. Ask the person who owns it, or copy it to your own folder."),
                 name);
  else
    g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_UNREADABLE, _("“%s” cannot be read: %s."), name,
                 g_strerror (code));
  return -1;
}

/* Not blocking, so that a pipe without a writer is told at once. */
static int
open_file (const char *path, gsize *size, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      int code = errno;

      if (fd >= 0)
        close (fd);
      return fail_unreadable (name, code, error);
    }
  if (!S_ISREG (info.st_mode))
    g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_UNREADABLE,
                 _("“%s” is a folder or a device, not a file."), name);
  else if (info.st_size == 0)
    g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_EMPTY, _("“%s” is empty."), name);
  else if (info.st_size > PATAL_SHEET_MAX_BYTES)
    g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT, _("“%s” is larger than %d MB."), name,
                 PATAL_SHEET_MAX_BYTES / (1024 * 1024));
  else
    {
      *size = info.st_size;
      return fd;
    }
  close (fd);
  return -1;
}

/* At most @most bytes from where the file stands. FALSE: the disk says no. */
static gboolean
read_bytes (int fd, char *bytes, gsize most, gsize *len, const char *name, GError **error)
{
  *len = 0;
  while (*len < most)
    {
      gssize got = read (fd, bytes + *len, most - *len);

      if (got == 0)
        break;
      if (got < 0 && errno != EINTR)
        return fail_unreadable (name, errno, error) == 0;
      *len += MAX (got, 0);
    }
  return TRUE;
}

typedef struct
{
  const char *bytes;
  gsize       len;
  Kind        kind;
  const char *sentence; /* why a FOREIGN file is not read, and what to do */
} Beginning;

static const Beginning beginnings[] = {
  { "\x1f\x8b", 2, KIND_GZIP, NULL },
  { "PK\x03\x04", 4, KIND_ZIP, NULL },
  { "PK\x05\x06", 4, KIND_FOREIGN, N_("It is a ZIP archive with nothing in it.") },
  { "\xD0\xCF\x11\xE0", 4, KIND_FOREIGN,
    N_("It is in the old format of Excel (.xls), or protected by a password. Open it in Excel or "
        "LibreOffice and save it as "
        ".xlsx without a password, or as CSV.") },
  { "%PDF", 4, KIND_FOREIGN,
    N_("It is a PDF. A PDF has no rows that can be read safely: ask for the list as .xlsx or CSV.") },
  { "{\\rtf", 5, KIND_FOREIGN,
    N_("It is a text document. Copy its table into Excel or LibreOffice and save it as .xlsx or CSV.") },
  { "\x89PNG", 4, KIND_FOREIGN, N_("It is a picture. Only lists can be imported: .xlsx, .ods or CSV.") },
  { "\xFF\xD8\xFF", 3, KIND_FOREIGN,
    N_("It is a picture. Only lists can be imported: .xlsx, .ods or CSV.") },
  { "SQLite format 3", 15, KIND_FOREIGN,
    N_("It is a database, perhaps a district's file: open it instead of importing it.") },
  { "7z\xBC\xAF\x27\x1C", 6, KIND_FOREIGN, N_("It is an archive. Unpack it and import the file inside.") },
  { "Rar!", 4, KIND_FOREIGN, N_("It is an archive. Unpack it and import the file inside.") },
  { "BZh", 3, KIND_FOREIGN, N_("It is an archive. Unpack it and import the file inside.") },
  { "\xFD"
    "7zXZ",
    5, KIND_FOREIGN, N_("It is an archive. Unpack it and import the file inside.") },
};

/* What is text, but no list: web pages and XML that some portals call .xls or .csv. */
static const Beginning markups[] = {
  { "<!doctype", 9, KIND_FOREIGN,
    N_("It is a web page, whatever its name says. Open it in Excel or LibreOffice and save it as .xlsx or "
        "CSV.") },
  { "<html", 5, KIND_FOREIGN,
    N_("It is a web page, whatever its name says. Open it in Excel or LibreOffice and save it as .xlsx or "
        "CSV.") },
  { "<table", 6, KIND_FOREIGN,
    N_("It is a web page, whatever its name says. Open it in Excel or LibreOffice and save it as .xlsx or "
        "CSV.") },
  { "{", 1, KIND_FOREIGN,
    N_("It is data for programs or for maps (JSON), not a list. Ask for the list as .xlsx or CSV.") },
  { "<?xml", 5, KIND_FOREIGN,
    N_("It is an XML document. Open it in Excel or LibreOffice and save it as .xlsx or CSV.") },
};

static Kind
find_kind (const char *head, gsize len, const char **sentence)
{
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (len >= beginnings[i].len && memcmp (head, beginnings[i].bytes, beginnings[i].len) == 0)
      {
        *sentence = beginnings[i].sentence;
        return beginnings[i].kind;
      }
  *sentence
      = N_("It is not text. Open it in the program it was made with and save it as .xlsx, .ods or CSV.");
  return patal_sheet_text_is_binary (head, len) ? KIND_FOREIGN : KIND_TEXT;
}

static const char *
find_markup (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n");

  for (gsize i = 0; i < G_N_ELEMENTS (markups); i++)
    if (g_ascii_strncasecmp (start, markups[i].bytes, markups[i].len) == 0)
      return markups[i].sentence;
  return NULL;
}

static gboolean
fail_kind (const char *name, const char *sentence, GError **error)
{
  g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_KIND,
               /* Translators: the second %s is a sentence that says why and what to do. */
               _("“%s” cannot be imported. %s"), name, _(sentence));
  return FALSE;
}

typedef struct
{
  char *bytes; /* with room for a NUL behind them */
  gsize len, room;
} Unpacked;

static gboolean
make_room (Unpacked *unpacked, const char *name, GError **error)
{
  if (unpacked->len < unpacked->room)
    return TRUE;
  if (unpacked->room >= PATAL_SHEET_MAX_BYTES)
    {
      g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT, _("“%s” unpacks to more than %d MB."),
                   name, PATAL_SHEET_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  unpacked->room = MIN (unpacked->room + MAX (unpacked->room / 2, GROW_BYTES), PATAL_SHEET_MAX_BYTES);
  unpacked->bytes = g_realloc (unpacked->bytes, unpacked->room + 1);
  return TRUE;
}

/* A file may be several gzip members one after the other; zero bytes may pad its end. */
static char *
unpack (const char *packed, gsize len, gsize *unpacked_len, const char *name, const PatalProgress *progress,
        GError **error)
{
  g_autoptr (GZlibDecompressor) gunzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  Unpacked to = { 0 };
  gboolean finished = FALSE;
  gsize at = 0;

  while (at < len || !finished)
    {
      gsize read = 0, written = 0;
      GConverterResult result;

      if (!make_room (&to, name, error) || !patal_progress_step (progress, at, len, error))
        goto failed;
      result = g_converter_convert (G_CONVERTER (gunzip), packed + at, len - at, to.bytes + to.len,
                                    MIN (to.room - to.len, GROW_BYTES), G_CONVERTER_INPUT_AT_END, &read,
                                    &written, NULL);
      at += read;
      to.len += written;
      if (result == G_CONVERTER_ERROR)
        {
          g_set_error (
              error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_MALFORMED,
              _("“%s” is damaged or was not copied whole: it cannot be unpacked. Copy it once more."), name);
          goto failed;
        }
      finished = result == G_CONVERTER_FINISHED;
      if (finished)
        {
          g_converter_reset (G_CONVERTER (gunzip));
          while (at < len && packed[at] == '\0')
            at++;
        }
    }
  *unpacked_len = to.len;
  to.bytes[to.len] = '\0';
  return to.bytes;

failed:
  g_free (to.bytes);
  return NULL;
}

static void
name_format (PatalSheet *sheet, PatalSheetEncoding encoding, char separator)
{
  static const char *const encodings[] = { "UTF-8", "UTF-16", "Windows-1252" };

  if (separator == '\t')
    sheet->format = g_strdup_printf (_("CSV, %s, separated by tabs"), encodings[encoding]);
  else if (separator == ';')
    sheet->format = g_strdup_printf (_("CSV, %s, separated by semicolons"), encodings[encoding]);
  else
    sheet->format = g_strdup_printf (_("CSV, %s, separated by commas"), encodings[encoding]);
}

/* @bytes: (transfer full) */
static PatalSheet *
read_text (char *bytes, gsize len, const char *name, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalSheet) sheet = patal_sheet_new ();
  PatalSheetEncoding encoding;
  char *text = patal_sheet_text_decode (bytes, &len, &encoding, error);
  const char *markup;
  char separator;

  if (text == NULL)
    return NULL;
  patal_sheet_take_text (sheet, text, len);
  markup = find_markup (text);
  if (markup != NULL)
    {
      fail_kind (name, markup, error);
      return NULL;
    }
  if (!patal_delimited_read (sheet, &separator, progress, error) || !patal_sheet_seal (sheet, error))
    return NULL;
  name_format (sheet, encoding, separator);
  sheet->is_text = TRUE;
  return g_steal_pointer (&sheet);
}

/* The whole of a file that is no workbook, unpacked where it is packed. */
static char *
read_whole (int fd, gsize size, Kind kind, const char *name, gsize *len, const PatalProgress *progress,
            GError **error)
{
  g_autofree char *bytes = g_malloc (size + 1);
  const char *sentence;
  char *unpacked;

  if (!read_bytes (fd, bytes, size, len, name, error))
    return NULL;
  bytes[*len] = '\0';
  if (kind == KIND_TEXT)
    return g_steal_pointer (&bytes);

  unpacked = unpack (bytes, *len, len, name, progress, error);
  if (unpacked == NULL || find_kind (unpacked, *len, &sentence) == KIND_TEXT)
    return unpacked;
  fail_kind (name,
             sentence != NULL ? sentence : N_("It is packed twice. Unpack it and import the file inside."),
             error);
  g_free (unpacked);
  return NULL;
}

/* Opens @path and finds its kind; the file stands at its beginning. -1 when it is none that is read. */
static int
open_known (const char *path, Kind *kind, gsize *size, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  char head[HEAD_BYTES];
  const char *sentence;
  int fd = open_file (path, size, error);
  gsize len;

  if (fd < 0)
    return -1;
  if (read_bytes (fd, head, sizeof head, &len, name, error))
    {
      *kind = find_kind (head, len, &sentence);
      if (*kind != KIND_FOREIGN && lseek (fd, 0, SEEK_SET) == 0)
        return fd;
      fail_kind (name, sentence, error);
    }
  close (fd);
  return -1;
}

PatalSheet *
patal_sheet_read (const char *path, int index, const PatalProgress *progress, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  PatalProgressPart unpacking, cutting;
  PatalSheet *sheet = NULL;
  gsize size, len;
  char *bytes;
  Kind kind;
  int fd = open_known (path, &kind, &size, error);

  if (fd < 0)
    return NULL;
  if (kind == KIND_ZIP)
    sheet = patal_workbook_read (fd, name, index, progress, error);
  else
    {
      bytes = read_whole (fd, size, kind, name, &len, patal_progress_part (&unpacking, progress, 0, 0.4),
                          error);
      if (bytes != NULL)
        sheet = read_text (bytes, len, name, patal_progress_part (&cutting, progress, 0.4, 1), error);
    }
  close (fd);
  return sheet;
}

GStrv
patal_sheet_names (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GStrv names = NULL;
  gsize size;
  Kind kind;
  int fd = open_known (path, &kind, &size, error);

  if (fd < 0)
    return NULL;
  if (kind == KIND_ZIP)
    names = patal_workbook_names (fd, name, error);
  else
    names = g_strdupv ((char *[]) { (char *) "", NULL });
  close (fd);
  return names;
}
