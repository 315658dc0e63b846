/* patal-journal.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-journal.h"
#include "patal-edit-private.h"
#include <glib/gi18n-lib.h>
#include <libdeflate.h>

#define HASH_SIZE 32
#define SEPARATOR "\x1f"
/* An import's changeset of some 30 MB takes 0.2 s at level 1 and 0.9 s at level 6, which would save a tenth. */
#define LARGE_BYTES (1024 * 1024)
/* An unpacked size that a hostile file may claim; SQLite itself ends at 2^31 - 1. */
#define UNPACKED_MAX_BYTES (1u << 30)

static const char *const kinds[] = { "edit", "undo", "redo" };

/* All columns of a line but its hash, in their order. */
typedef struct
{
  gint64      id, made_at, desk, standing, undoes, label_n, unpacked_size;
  const char *who, *kind, *label, *label_plural, *label_args, *reason;
  const void *previous, *changeset;
  gsize       size;
} Line;

static void
hash_bytes (GChecksum *sum, const void *bytes, gsize size)
{
  guint64 length = GUINT64_TO_BE ((guint64) size);

  g_checksum_update (sum, (const guchar *) &length, sizeof length);
  if (size > 0)
    g_checksum_update (sum, bytes, (gssize) size);
}

static void
hash_int (GChecksum *sum, gint64 value)
{
  gint64 big_endian = GINT64_TO_BE (value);

  g_checksum_update (sum, (const guchar *) &big_endian, sizeof big_endian);
}

/* NULL is a length that no text has. */
static void
hash_text (GChecksum *sum, const char *text)
{
  if (text == NULL)
    hash_int (sum, -1);
  else
    hash_bytes (sum, text, strlen (text));
}

static void
hash_line (const Line *line, guint8 hash[HASH_SIZE])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = HASH_SIZE;

  g_checksum_update (sum, line->previous, HASH_SIZE);
  hash_int (sum, line->id);
  hash_int (sum, line->made_at);
  hash_text (sum, line->who);
  hash_int (sum, line->desk);
  hash_text (sum, line->kind);
  hash_int (sum, line->standing);
  hash_int (sum, line->undoes);
  hash_text (sum, line->label);
  hash_text (sum, line->label_plural);
  hash_int (sum, line->label_n);
  hash_text (sum, line->label_args);
  hash_text (sum, line->reason);
  hash_int (sum, line->unpacked_size);
  hash_bytes (sum, line->changeset, line->size);
  g_checksum_get_digest (sum, hash, &length);
}

/* (transfer full) (nullable): NULL where it does not get smaller. */
static void *
deflate (const void *bytes, gsize size, gsize *packed_size)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (size > LARGE_BYTES ? 1 : 6);
  void *packed = g_malloc (size);

  *packed_size = libdeflate_deflate_compress (compressor, bytes, size, packed, size > 0 ? size - 1 : 0);
  libdeflate_free_compressor (compressor);
  if (*packed_size == 0)
    g_clear_pointer (&packed, g_free);
  return packed;
}

/* A separator inside an argument would shift those behind it. */
static char *
join_args (const PatalLabel *label)
{
  GString *joined = g_string_new (NULL);

  for (int i = 0; i < PATAL_LABEL_MAX_ARGS && label->args[i] != NULL; i++)
    {
      g_autofree char *arg = g_strdelimit (g_strdup (label->args[i]), SEPARATOR, ' ');

      g_string_append_printf (joined, "%s%s", i > 0 ? SEPARATOR : "", arg);
    }
  return g_string_free (joined, FALSE);
}

static gboolean
read_last (PatalDb *db, gint64 *id, guint8 hash[HASH_SIZE], GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1", PATAL_NO_ARGS);

  *id = 0;
  memset (hash, 0, HASH_SIZE);
  if (patal_rows_next (&rows))
    {
      g_autoptr (GBytes) bytes = patal_rows_bytes (&rows, 1);

      *id = patal_rows_int (&rows, 0);
      memcpy (hash, g_bytes_get_data (bytes, NULL), HASH_SIZE); /* the table's CHECK says that it is as long */
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
insert (PatalDb *db, const Line *line, GError **error)
{
  guint8 hash[HASH_SIZE];

  hash_line (line, hash);
  return patal_db_run_own (db,
    "INSERT INTO journal (id, made_at, who, desk, kind, standing, undoes, label, label_plural, label_n, label_args, reason,"
    " previous, hash, unpacked_size, changeset)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    PATAL_ARGS (PATAL_INT (line->id), PATAL_INT (line->made_at), PATAL_TEXT (line->who), PATAL_INT (line->desk),
                PATAL_TEXT (line->kind), PATAL_INT (line->standing), PATAL_INT_OR_NULL (line->undoes), PATAL_TEXT (line->label),
                PATAL_TEXT (line->label_plural), PATAL_INT (line->label_n), PATAL_TEXT (line->label_args),
                PATAL_TEXT (line->reason), PATAL_BYTES (line->previous, HASH_SIZE), PATAL_BYTES (hash, HASH_SIZE),
                PATAL_INT (line->unpacked_size), PATAL_BYTES (line->changeset, line->size)), error);
}

gboolean
patal_journal_write (PatalDb *db, const PatalEdit *edit, const void *changeset, gsize size, GError **error)
{
  g_autofree char *args = join_args (edit->label);
  g_autofree void *packed = NULL;
  guint8 previous[HASH_SIZE];
  gsize packed_size;
  gint64 last;
  Line line;

  if (!read_last (db, &last, previous, error))
    return FALSE;
  packed = deflate (changeset, size, &packed_size);
  line = (Line) {
    .id = last + 1, .made_at = patal_db_now (db), .who = db->who, .desk = db->desk, .kind = kinds[edit->kind],
    .standing = edit->standing, .undoes = edit->undoes, .label = edit->label->msgid,
    .label_plural = edit->label->msgid_plural, .label_n = (gint64) edit->label->n, .label_args = args,
    .reason = edit->reason, .previous = previous, .unpacked_size = packed != NULL ? (gint64) size : 0,
    .changeset = packed != NULL ? packed : changeset, .size = packed != NULL ? packed_size : size,
  };
  return insert (db, &line, error);
}

static GBytes *
inflate (PatalDb *db, GBytes *packed, gint64 unpacked_size, GError **error)
{
  struct libdeflate_decompressor *decompressor;
  enum libdeflate_result result = LIBDEFLATE_BAD_DATA;
  g_autofree void *bytes = NULL;
  gsize size;
  const void *data = g_bytes_get_data (packed, &size);

  if (unpacked_size > 0 && unpacked_size <= UNPACKED_MAX_BYTES)
    bytes = g_try_malloc ((gsize) unpacked_size);
  if (bytes != NULL)
    {
      decompressor = libdeflate_alloc_decompressor ();
      result = libdeflate_deflate_decompress (decompressor, data, size, bytes, (gsize) unpacked_size, NULL);
      libdeflate_free_decompressor (decompressor);
    }
  if (result != LIBDEFLATE_SUCCESS)
    {
      patal_db_fail_handle (NULL, db->path, SQLITE_CORRUPT, error);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), (gsize) unpacked_size);
}

static GBytes *
unpack (PatalDb *db, PatalRows *rows, int column_size, int column_bytes, GError **error)
{
  g_autoptr (GBytes) kept = patal_rows_bytes (rows, column_bytes);
  gint64 unpacked_size = patal_rows_int (rows, column_size);

  return unpacked_size == 0 ? g_steal_pointer (&kept) : inflate (db, kept, unpacked_size, error);
}

GBytes *
patal_journal_changeset (PatalDb *db, gint64 id, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT unpacked_size, changeset FROM journal WHERE id = ?1",
                                            PATAL_ARGS (PATAL_INT (id)));
  g_autoptr (GBytes) changeset = NULL;

  if (patal_rows_next (&rows))
    {
      changeset = unpack (db, &rows, 0, 1, error);
      return g_steal_pointer (&changeset);
    }
  if (patal_rows_finish (&rows, error))
    patal_db_fail_handle (NULL, db->path, SQLITE_CORRUPT, error); /* the journal named it */
  return NULL;
}

void
patal_journal_label_clear (PatalJournalLabel *label)
{
  g_clear_pointer (&label->msgid, g_free);
  g_clear_pointer (&label->msgid_plural, g_free);
  g_clear_pointer (&label->args, g_strfreev);
}

/* Of four columns from @column: label, label_plural, label_n, label_args. */
static PatalJournalLabel
read_label (PatalRows *rows, int column)
{
  PatalJournalLabel self = { .msgid = g_strdup (patal_rows_text (rows, column)),
                             .msgid_plural = g_strdup (patal_rows_text (rows, column + 1)) };
  const char *args = patal_rows_text (rows, column + 3);

  self.args = g_strsplit (args != NULL ? args : "", SEPARATOR, PATAL_LABEL_MAX_ARGS);
  self.label = (PatalLabel) { .msgid = self.msgid, .msgid_plural = self.msgid_plural,
                              .n = (guint64) patal_rows_int (rows, column + 2) };
  for (int i = 0; i < PATAL_LABEL_MAX_ARGS && self.args[i] != NULL; i++)
    self.label.args[i] = self.args[i];
  return self;
}

gboolean
patal_journal_load_label (PatalDb *db, gint64 id, PatalJournalLabel *label, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT label, label_plural, label_n, label_args FROM journal WHERE id = ?1",
                                            PATAL_ARGS (PATAL_INT (id)));
  gboolean found = patal_rows_next (&rows);

  if (found)
    *label = read_label (&rows, 0);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    patal_db_fail_handle (NULL, db->path, SQLITE_CORRUPT, error);
  return found;
}

void
patal_journal_line_free (PatalJournalLine *line)
{
  g_free (line->who);
  g_free (line->label);
  g_free (line->reason);
  g_free (line);
}

/* Without the changeset; an edit is undone where more undos than redos name it. */
#define LINE_COLUMNS                                                                                                    \
  "j.id, j.made_at, j.who, j.kind, j.undoes, j.label, j.label_plural, j.label_n, j.label_args, j.reason,"               \
  " j.kind = 'edit' AND (SELECT count (*) FROM journal u WHERE u.undoes = j.id AND u.kind = 'undo')"                    \
  " > (SELECT count (*) FROM journal u JOIN journal r ON r.undoes = u.id WHERE u.undoes = j.id AND r.kind = 'redo')"
#define LINES "SELECT " LINE_COLUMNS " FROM journal j WHERE j.id < ?1 ORDER BY j.id DESC LIMIT ?2"
#define LINES_WITH_CHANGES "SELECT " LINE_COLUMNS ", j.unpacked_size, j.changeset FROM journal j ORDER BY j.id DESC"

static PatalJournalKind
kind_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], kind))
      return (PatalJournalKind) i;
  return PATAL_JOURNAL_EDIT;
}

static PatalJournalLine *
read_line (PatalRows *rows, const PatalWords *words)
{
  PatalJournalLine *line = g_new0 (PatalJournalLine, 1);
  g_auto (PatalJournalLabel) label = read_label (rows, 5);

  line->id = patal_rows_int (rows, 0);
  line->made_at = patal_rows_int (rows, 1);
  line->who = g_strdup (patal_rows_text (rows, 2));
  line->kind = kind_of (patal_rows_text (rows, 3));
  line->undoes = patal_rows_int (rows, 4);
  line->label = patal_label_text (&label.label, words);
  line->reason = g_strdup (patal_rows_text (rows, 9));
  line->undone = patal_rows_int (rows, 10) != 0;
  return line;
}

GPtrArray *
patal_journal_lines (PatalDb *db, const PatalWords *words, guint most, gint64 before, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_journal_line_free);
  g_auto (PatalRows) rows = patal_db_query (db, LINES, PATAL_ARGS (PATAL_INT (before > 0 ? before : G_MAXINT64), PATAL_INT (most)));

  while (patal_rows_next (&rows))
    g_ptr_array_add (lines, read_line (&rows, words));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&lines) : NULL;
}

/* A key is in a changeset as these eight bytes, so most changesets are ruled out without being parsed. */
static gboolean
may_touch (GBytes *changeset, const GArray *rows)
{
  gsize size;
  const void *bytes = g_bytes_get_data (changeset, &size);

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 big_endian = GINT64_TO_BE (g_array_index (rows, PatalRecord, i).id);

      if (memmem (bytes, size, &big_endian, sizeof big_endian) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_one_of (const PatalChange *change, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, PatalRecord, i).id == change->id)
      return TRUE;
  return FALSE;
}

static gboolean
touches (PatalDb *db, GBytes *changeset, const GArray *rows, gboolean *found, GError **error)
{
  gsize size;
  const void *bytes = g_bytes_get_data (changeset, &size);
  g_auto (PatalChanges) changes = { 0 };
  const PatalChange *change;

  *found = FALSE;
  if (!may_touch (changeset, rows))
    return TRUE;
  changes = patal_changes_walk (bytes, size);
  while (!*found && (change = patal_changes_next (&changes)) != NULL)
    *found = is_one_of (change, rows);
  return patal_changes_finish (&changes, db, error);
}

GPtrArray *
patal_journal_lines_of (PatalDb *db, const PatalWords *words, const PatalRecord *record, guint most, GError **error)
{
  g_autoptr (GArray) own = patal_record_rows (db, record, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_journal_line_free);
  g_auto (PatalRows) rows = { 0 };

  if (own == NULL)
    return NULL;
  rows = patal_db_query (db, LINES_WITH_CHANGES, PATAL_NO_ARGS);
  while (lines->len < most && patal_rows_next (&rows))
    {
      g_autoptr (GBytes) changeset = unpack (db, &rows, 11, 12, error);
      gboolean found;

      if (changeset == NULL || !touches (db, changeset, own, &found, error))
        return NULL;
      if (found)
        g_ptr_array_add (lines, read_line (&rows, words));
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&lines) : NULL;
}

static gboolean
refuse_line (gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id); /* xgettext cannot read the macro */

  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED,
               _("Line %s of the journal was changed after it was written, or the line before it is missing."), number);
  return FALSE;
}

/* @hash: of the line before; becomes this one's. */
static gboolean
verify_line (PatalRows *rows, gint64 expected, guint8 hash[HASH_SIZE], GError **error)
{
  g_autoptr (GBytes) previous = patal_rows_bytes (rows, 12), kept = patal_rows_bytes (rows, 13), changeset = NULL;
  Line line = {
    .id = patal_rows_int (rows, 0), .made_at = patal_rows_int (rows, 1), .who = patal_rows_text (rows, 2),
    .desk = patal_rows_int (rows, 3), .kind = patal_rows_text (rows, 4), .standing = patal_rows_int (rows, 5),
    .undoes = patal_rows_int (rows, 6), .label = patal_rows_text (rows, 7), .label_plural = patal_rows_text (rows, 8),
    .label_n = patal_rows_int (rows, 9), .label_args = patal_rows_text (rows, 10), .reason = patal_rows_text (rows, 11),
    .unpacked_size = patal_rows_int (rows, 14), .previous = hash,
  };
  guint8 made[HASH_SIZE];

  if (line.id != expected || g_bytes_get_size (previous) != HASH_SIZE || g_bytes_get_size (kept) != HASH_SIZE
      || memcmp (g_bytes_get_data (previous, NULL), hash, HASH_SIZE) != 0)
    return refuse_line (expected, error);
  changeset = patal_rows_bytes (rows, 15);
  line.changeset = g_bytes_get_data (changeset, &line.size);
  hash_line (&line, made);
  if (memcmp (made, g_bytes_get_data (kept, NULL), HASH_SIZE) != 0)
    return refuse_line (expected, error);
  memcpy (hash, made, HASH_SIZE);
  return TRUE;
}

gboolean
patal_journal_verify (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_auto (PatalRows) rows = { 0 };
  guint8 hash[HASH_SIZE] = { 0 };
  gint64 last = 0, expected = 1;

  /* AUTOINCREMENT remembers how many there were, so that a missing end is seen too. */
  if (!patal_db_int (db, "SELECT ifnull (max (seq), 0) FROM sqlite_sequence WHERE name = 'journal'", PATAL_NO_ARGS, &last, error))
    return FALSE;
  rows = patal_db_query (db,
    "SELECT id, made_at, who, desk, kind, standing, undoes, label, label_plural, label_n, label_args, reason, previous, hash,"
    " unpacked_size, changeset FROM journal ORDER BY id", PATAL_NO_ARGS);
  for (; patal_rows_next (&rows); expected++)
    if (!patal_progress_step (progress, (guint64) expected, (guint64) MAX (last, expected), error)
        || !verify_line (&rows, expected, hash, error))
      return FALSE;
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  return expected > last || refuse_line (expected, error);
}
