/* patal-part.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-part.h"
#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_BYTES 65536
#define MAX_PARTS   10000 /* a workbook has some twenty, and a few for each sheet and picture */

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

struct _PatalElement
{
  const xmlChar **attributes; /* local name, prefix, URI, value, end of value */
  int             n_attributes;
  GString        *value;
};

typedef struct
{
  const PatalBook       *book;
  Archive               *archive;
  const PatalPartReader *how;
  gpointer               reader;
  xmlParserCtxt         *parser;
  PatalElement           element;
  gint64                 size;     /* as the archive says it, for the progress; 0: not known */
  guint64                unpacked;
  GError                *error;    /* the first one */
} Reading;

static gboolean
fail_broken (const PatalBook *book, GError **error)
{
  g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_MALFORMED,
               _("“%s” is damaged or was not copied whole. Copy it once more, or open it in Excel or "
                  "LibreOffice and save it anew."),
               book->name);
  return FALSE;
}

static Archive *
open_archive (const PatalBook *book, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  if (archive == NULL || archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK
      || lseek (book->fd, 0, SEEK_SET) != 0
      || archive_read_open_fd (archive, book->fd, BLOCK_BYTES) != ARCHIVE_OK)
    {
      fail_broken (book, error);
      return NULL;
    }
  return g_steal_pointer (&archive);
}

/* Names in the archive may have a slash before them, the other slash, and capitals. */
static char *
plain_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  g_strdelimit (lower, "\\", '/');
  return g_strdup (lower + strspn (lower, "/"));
}

/* The next member; NULL without @error behind the last one. */
static struct archive_entry *
next_entry (const PatalBook *book, Archive *archive, guint *n, GError **error)
{
  struct archive_entry *entry = NULL;
  int result = archive_read_next_header (archive, &entry);

  if (result == ARCHIVE_EOF)
    return NULL;
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) /* a warning is about a name's encoding */
    {
      fail_broken (book, error);
      return NULL;
    }
  if (++*n > MAX_PARTS)
    {
      g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
                   _("“%s” is an archive of more than %d files."), book->name, MAX_PARTS);
      return NULL;
    }
  return entry;
}

GStrv
patal_part_names (const PatalBook *book, GError **error)
{
  g_autoptr (Archive) archive = open_archive (book, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  struct archive_entry *entry;
  GError *local = NULL;
  guint n = 0;

  if (archive == NULL)
    return NULL;
  while ((entry = next_entry (book, archive, &n, &local)) != NULL)
    {
      g_autofree char *name = plain_name (entry);

      g_strv_builder_add (names, name);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return g_strv_builder_end (names);
}

const char *
patal_element_attribute (PatalElement *element, const char *name)
{
  for (int i = 0; i < element->n_attributes; i++)
    {
      const xmlChar **attribute = element->attributes + i * 5;

      if (strcmp ((const char *) attribute[0], name) != 0)
        continue;
      g_string_truncate (element->value, 0);
      g_string_append_len (element->value, (const char *) attribute[3], attribute[4] - attribute[3]);
      return element->value->str;
    }
  return NULL;
}

static void
stop (Reading *reading)
{
  xmlStopParser (reading->parser);
}

static void
start_cb (void *data, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix,
          G_GNUC_UNUSED const xmlChar *uri, G_GNUC_UNUSED int n_namespaces,
          G_GNUC_UNUSED const xmlChar **namespaces, int n_attributes, G_GNUC_UNUSED int n_defaulted,
          const xmlChar **attributes)
{
  Reading *reading = data;

  reading->element.attributes = attributes;
  reading->element.n_attributes = n_attributes;
  if (reading->error == NULL
      && !reading->how->start (reading->reader, (const char *) name, &reading->element, &reading->error))
    stop (reading);
}

static void
end_cb (void *data, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix,
        G_GNUC_UNUSED const xmlChar *uri)
{
  Reading *reading = data;

  if (reading->error == NULL && !reading->how->end (reading->reader, (const char *) name, &reading->error))
    stop (reading);
}

static void
text_cb (void *data, const xmlChar *text, int len)
{
  Reading *reading = data;

  if (reading->error == NULL)
    reading->how->text (reading->reader, (const char *) text, len);
}

/* Called before anything inside the DOCTYPE is read: no entity is ever declared. */
static void
doctype_cb (void *data, G_GNUC_UNUSED const xmlChar *name, G_GNUC_UNUSED const xmlChar *external,
            G_GNUC_UNUSED const xmlChar *system)
{
  Reading *reading = data;

  if (reading->error == NULL)
    g_set_error (&reading->error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_MALFORMED,
                 _("“%s” has declarations in it that no workbook has, and was not read. Open it in "
                    "LibreOffice and save it anew."),
                 reading->book->name);
  stop (reading);
}

/* libxml2 would print; what went wrong is seen by xmlParseDocument() failing. */
static void
silent_cb (G_GNUC_UNUSED void *data, G_GNUC_UNUSED xmlError *error)
{
}

static int
read_cb (void *data, char *buffer, int room)
{
  Reading *reading = data;
  la_ssize_t got;

  if (reading->error != NULL
      || !patal_progress_step (reading->book->progress, reading->unpacked,
                               MAX (reading->size, (gint64) reading->unpacked + 1), &reading->error))
    return -1;
  got = archive_read_data (reading->archive, buffer, room);
  if (got < 0)
    {
      fail_broken (reading->book, &reading->error);
      return -1;
    }
  reading->unpacked += got;
  if (reading->unpacked > PATAL_SHEET_MAX_BYTES)
    {
      g_set_error (&reading->error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
                   _("“%s” unpacks to more than %d MB."), reading->book->name,
                   PATAL_SHEET_MAX_BYTES / (1024 * 1024));
      return -1;
    }
  return got;
}

static gboolean
parse (Reading *reading, GError **error)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC, .startElementNs = start_cb, .endElementNs = end_cb, .characters = text_cb,
    .cdataBlock = text_cb, .ignorableWhitespace = text_cb, .internalSubset = doctype_cb, .serror = silent_cb,
  };
  gboolean whole;

  reading->parser = xmlCreateIOParserCtxt (&sax, reading, read_cb, NULL, reading, XML_CHAR_ENCODING_NONE);
  if (reading->parser == NULL)
    {
      if (reading->error == NULL)
        return fail_broken (reading->book, error);
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  xmlCtxtUseOptions (reading->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  reading->element.value = g_string_new (NULL);
  whole = xmlParseDocument (reading->parser) == 0 && reading->parser->wellFormed;
  g_string_free (reading->element.value, TRUE);
  xmlFreeParserCtxt (reading->parser);
  if (reading->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  return whole || fail_broken (reading->book, error);
}

gboolean
patal_part_read (const PatalBook *book, const char *part, PatalPartNeed need, const PatalPartReader *how,
                 gpointer reader, GError **error)
{
  g_autoptr (Archive) archive = open_archive (book, error);
  g_autofree char *wanted = g_ascii_strdown (part, -1);
  Reading reading = { .book = book, .archive = archive, .how = how, .reader = reader };
  struct archive_entry *entry;
  GError *local = NULL;
  guint n = 0;

  if (archive == NULL)
    return FALSE;
  while ((entry = next_entry (book, archive, &n, &local)) != NULL)
    {
      g_autofree char *name = plain_name (entry);

      if (strcmp (name, wanted) != 0)
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          g_set_error (
              error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_KIND,
              _("“%s” is protected by a password. Open it in Excel or LibreOffice and save it without one."),
              book->name);
          return FALSE;
        }
      reading.size = archive_entry_size (entry);
      return parse (&reading, error);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return need == PATAL_PART_OPTIONAL || fail_broken (book, error);
}
