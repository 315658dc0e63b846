/* patal-test-disk.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-test-disk.h"
#include <glib/gstdio.h>
#include <string.h>

typedef enum { STEP_WRITE, STEP_TRUNCATE, STEP_SYNC, STEP_CREATE, STEP_DELETE, STEP_RENAME, STEP_SYNC_FOLDER, STEP_MARK } StepKind;

typedef struct
{
  StepKind kind;
  guint    inode;
  gint64   offset; /* of a write; the size of a truncation; the number of a mark */
  GBytes  *bytes;
  char    *name, *new_name; /* in the folder */
} Step;

typedef struct
{
  GByteArray *durable;
  GPtrArray  *pending; /* Step, borrowed: writes and truncations since the last sync */
} Inode;

struct _PatalTestDisk
{
  char       *folder;
  GPtrArray  *steps;    /* Step */
  GHashTable *first;    /* name → inode number + 1, as it was before the first step */
  GPtrArray  *contents; /* GBytes of each of those inodes */
  GHashTable *live;     /* name → inode number + 1, while recording */
  guint       n_inodes;

  /* Where building stands: */
  guint       at;
  GPtrArray  *inodes;        /* Inode */
  GHashTable *names;         /* what of the folder is synced */
  GPtrArray  *pending_names; /* Step, borrowed */
};

static PatalTestDisk *recorded; /* at present, or NULL */
static GMutex lock;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->bytes, g_bytes_unref);
  g_free (step->name);
  g_free (step->new_name);
  g_free (step);
}

static void
inode_free (gpointer data)
{
  Inode *inode = data;

  g_byte_array_unref (inode->durable);
  g_ptr_array_unref (inode->pending);
  g_free (inode);
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
copy_names (GHashTable *names)
{
  GHashTable *copy = new_names ();
  GHashTableIter iter;
  gpointer name, number;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &number))
    g_hash_table_insert (copy, g_strdup (name), number);
  return copy;
}

/* Its name in the recorded folder, or in a folder of that one; NULL: elsewhere. (transfer none): within @path */
static const char *
name_of (const char *path)
{
  gsize length = recorded != NULL ? strlen (recorded->folder) : 0;

  if (recorded == NULL || path == NULL || strncmp (path, recorded->folder, length) != 0 || path[length] != '/')
    return NULL;
  return path + length + 1;
}

static Step *
log_step (StepKind kind, guint inode)
{
  Step *step = g_new0 (Step, 1);

  step->kind = kind;
  step->inode = inode;
  g_ptr_array_add (recorded->steps, step);
  return step;
}

static void
take_in (PatalTestDisk *disk, const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *own, *bytes;
      gsize size;

      if (g_str_has_suffix (name, "-shm") || g_str_has_suffix (name, ".lock")) /* memory and locks: no disk's affair */
        continue;
      own = g_strconcat (prefix, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_autofree char *deeper = g_strconcat (own, "/", NULL);

          take_in (disk, path, deeper);
          g_free (own);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_ptr_array_add (disk->contents, g_bytes_new_take (bytes, size));
      g_hash_table_insert (disk->first, own, GUINT_TO_POINTER (++disk->n_inodes));
    }
}

void
patal_test_disk_record (const char *folder)
{
  PatalTestDisk *disk = g_new0 (PatalTestDisk, 1);

  g_assert_null (recorded);
  disk->folder = g_strdup (folder);
  disk->steps = g_ptr_array_new_with_free_func (step_free);
  disk->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  disk->first = new_names ();
  take_in (disk, folder, "");
  disk->live = copy_names (disk->first);
  recorded = disk;
}

PatalTestDisk *
patal_test_disk_stop (void)
{
  return g_steal_pointer (&recorded);
}

void
patal_test_disk_free (PatalTestDisk *disk)
{
  if (disk == NULL)
    return;
  g_free (disk->folder);
  g_ptr_array_unref (disk->steps);
  g_hash_table_unref (disk->first);
  g_hash_table_unref (disk->live);
  g_ptr_array_unref (disk->contents);
  g_clear_pointer (&disk->inodes, g_ptr_array_unref);
  g_clear_pointer (&disk->names, g_hash_table_unref);
  g_clear_pointer (&disk->pending_names, g_ptr_array_unref);
  g_free (disk);
}

void
patal_test_disk_mark (guint n)
{
  g_mutex_lock (&lock);
  if (recorded != NULL)
    log_step (STEP_MARK, 0)->offset = n;
  g_mutex_unlock (&lock);
}

void
patal_test_disk_renamed (const char *from, const char *to)
{
  const char *name = name_of (from), *new_name = name_of (to);
  Step *step;

  if (recorded == NULL)
    return;
  g_assert_nonnull (name); /* what comes in from elsewhere would come without its bytes */
  g_assert_nonnull (new_name);
  g_mutex_lock (&lock);
  step = log_step (STEP_RENAME, GPOINTER_TO_UINT (g_hash_table_lookup (recorded->live, name)));
  g_assert_cmpuint (step->inode, !=, 0);
  step->name = g_strdup (name);
  step->new_name = g_strdup (new_name);
  g_hash_table_remove (recorded->live, name);
  g_hash_table_replace (recorded->live, g_strdup (new_name), GUINT_TO_POINTER (step->inode));
  g_mutex_unlock (&lock);
}

/* A folder within the recorded one is not told apart from it: its own entries are synced with its own sync, so the steps carry
 * whose sync it is. */
void
patal_test_disk_synced_folder (const char *folder)
{
  g_mutex_lock (&lock);
  if (recorded != NULL && (g_str_equal (folder, recorded->folder) || name_of (folder) != NULL))
    log_step (STEP_SYNC_FOLDER, 0)->name = g_strdup (g_str_equal (folder, recorded->folder) ? "" : name_of (folder));
  g_mutex_unlock (&lock);
}

void
patal_test_disk_deleted (const char *path, gboolean sync_folder)
{
  const char *name = name_of (path);
  g_autofree char *folder = g_path_get_dirname (path);

  if (name == NULL)
    return;
  g_mutex_lock (&lock);
  if (g_hash_table_remove (recorded->live, name))
    log_step (STEP_DELETE, 0)->name = g_strdup (name);
  g_mutex_unlock (&lock);
  if (sync_folder)
    patal_test_disk_synced_folder (folder);
}

guint
patal_test_disk_opened (const char *path)
{
  const char *name = name_of (path);
  guint inode = 0;

  if (name == NULL)
    return 0;
  g_mutex_lock (&lock);
  inode = GPOINTER_TO_UINT (g_hash_table_lookup (recorded->live, name));
  if (inode == 0)
    {
      inode = ++recorded->n_inodes;
      g_hash_table_insert (recorded->live, g_strdup (name), GUINT_TO_POINTER (inode));
      log_step (STEP_CREATE, inode)->name = g_strdup (name);
    }
  g_mutex_unlock (&lock);
  return inode;
}

void
patal_test_disk_wrote (guint inode, const void *bytes, gsize size, gint64 offset)
{
  g_mutex_lock (&lock);
  if (inode != 0 && recorded != NULL)
    {
      Step *step = log_step (STEP_WRITE, inode);

      step->offset = offset;
      step->bytes = g_bytes_new (bytes, size);
    }
  g_mutex_unlock (&lock);
}

void
patal_test_disk_truncated (guint inode, gint64 size)
{
  g_mutex_lock (&lock);
  if (inode != 0 && recorded != NULL)
    log_step (STEP_TRUNCATE, inode)->offset = size;
  g_mutex_unlock (&lock);
}

void
patal_test_disk_synced (guint inode)
{
  g_mutex_lock (&lock);
  if (inode != 0 && recorded != NULL)
    log_step (STEP_SYNC, inode);
  g_mutex_unlock (&lock);
}

/* Building */

static void
apply_write (GByteArray *bytes, gint64 offset, const guint8 *data, gsize size)
{
  gsize before = bytes->len;

  if (size == 0)
    return;
  if (bytes->len < offset + size)
    {
      g_byte_array_set_size (bytes, offset + size);
      memset (bytes->data + before, 0, bytes->len - before);
    }
  memcpy (bytes->data + offset, data, size);
}

static void
apply (GByteArray *bytes, const Step *step)
{
  guint before = bytes->len;
  gsize size;

  if (step->kind == STEP_WRITE)
    {
      const guint8 *data = g_bytes_get_data (step->bytes, &size);

      apply_write (bytes, step->offset, data, size);
      return;
    }
  g_byte_array_set_size (bytes, step->offset);
  if (bytes->len > before)
    memset (bytes->data + before, 0, bytes->len - before);
}

static void
apply_name (GHashTable *names, const Step *step)
{
  if (step->kind == STEP_CREATE)
    g_hash_table_replace (names, g_strdup (step->name), GUINT_TO_POINTER (step->inode));
  else
    g_hash_table_remove (names, step->name);
  if (step->kind == STEP_RENAME)
    g_hash_table_replace (names, g_strdup (step->new_name), GUINT_TO_POINTER (step->inode));
}

static Inode *
inode_at (PatalTestDisk *disk, guint number)
{
  while (disk->inodes->len < number)
    {
      Inode *inode = g_new0 (Inode, 1);

      inode->durable = g_byte_array_new ();
      inode->pending = g_ptr_array_new ();
      g_ptr_array_add (disk->inodes, inode);
    }
  return g_ptr_array_index (disk->inodes, number - 1);
}

static void
rewind_disk (PatalTestDisk *disk)
{
  g_clear_pointer (&disk->inodes, g_ptr_array_unref);
  g_clear_pointer (&disk->names, g_hash_table_unref);
  g_clear_pointer (&disk->pending_names, g_ptr_array_unref);
  disk->inodes = g_ptr_array_new_with_free_func (inode_free);
  disk->names = copy_names (disk->first);
  disk->pending_names = g_ptr_array_new ();
  for (guint i = 0; i < disk->contents->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (disk->contents, i), &size);

      g_byte_array_append (inode_at (disk, i + 1)->durable, data, size);
    }
  disk->at = 0;
}

static gboolean
lies_in (const char *name, const char *folder)
{
  g_autofree char *own = g_path_get_dirname (name);

  return g_str_equal (g_str_equal (own, ".") ? "" : own, folder);
}

static void
sync_folder (PatalTestDisk *disk, const char *folder)
{
  for (guint i = 0; i < disk->pending_names->len;)
    {
      const Step *step = g_ptr_array_index (disk->pending_names, i);

      if (lies_in (step->new_name != NULL ? step->new_name : step->name, folder))
        {
          apply_name (disk->names, step);
          g_ptr_array_remove_index (disk->pending_names, i);
        }
      else
        i++;
    }
}

static void
advance (PatalTestDisk *disk)
{
  Step *step = g_ptr_array_index (disk->steps, disk->at++);

  switch (step->kind)
    {
    case STEP_WRITE:
    case STEP_TRUNCATE:
      g_ptr_array_add (inode_at (disk, step->inode)->pending, step);
      break;
    case STEP_SYNC:
      {
        Inode *inode = inode_at (disk, step->inode);

        for (guint i = 0; i < inode->pending->len; i++)
          apply (inode->durable, g_ptr_array_index (inode->pending, i));
        g_ptr_array_set_size (inode->pending, 0);
        break;
      }
    case STEP_CREATE:
    case STEP_DELETE:
    case STEP_RENAME:
      g_ptr_array_add (disk->pending_names, step);
      break;
    case STEP_SYNC_FOLDER:
      sync_folder (disk, step->name);
      break;
    case STEP_MARK:
    default:
      break;
    }
}

static void
apply_sectors (GByteArray *bytes, const Step *step, gsize sector, GRand *chance)
{
  gsize size;
  const guint8 *data;

  if (step->kind != STEP_WRITE)
    {
      if (g_rand_boolean (chance))
        apply (bytes, step);
      return;
    }
  data = g_bytes_get_data (step->bytes, &size);
  for (gsize from = 0, to; from < size; from = to)
    {
      to = MIN (size, (step->offset + from) / sector * sector + sector - step->offset);
      if (g_rand_boolean (chance))
        apply_write (bytes, step->offset + from, data + from, to - from);
    }
}

static void
apply_cut (GByteArray *bytes, const Inode *inode, const Step *last, PatalCut cut, GRand *chance)
{
  for (guint i = 0; i < inode->pending->len; i++)
    {
      const Step *step = g_ptr_array_index (inode->pending, i);

      if (cut == PATAL_CUT_SOME || cut == PATAL_CUT_SOME_4K)
        apply_sectors (bytes, step, cut == PATAL_CUT_SOME ? 512 : 4096, chance);
      else if (cut == PATAL_CUT_TEAR && step == last && step->kind == STEP_WRITE)
        {
          gsize size;
          const guint8 *data = g_bytes_get_data (step->bytes, &size);

          apply_write (bytes, step->offset, data, size / 2 / 512 * 512);
        }
      else if (cut == PATAL_CUT_KEEP || cut == PATAL_CUT_TEAR || cut == PATAL_CUT_BYTES ||
               (cut == PATAL_CUT_LATE && i >= inode->pending->len / 2))
        apply (bytes, step);
    }
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        empty_folder (path);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

/* The changes of a folder reach the disk in their order, as on every file system with a journal: so of those that were not
 * synced, some first ones arrived. */
static GHashTable *
cut_names (PatalTestDisk *disk, PatalCut cut, GRand *chance)
{
  GHashTable *names = copy_names (disk->names);
  guint n = disk->pending_names->len;

  if (cut == PATAL_CUT_LOSE || cut == PATAL_CUT_BYTES)
    n = 0;
  else if (cut == PATAL_CUT_SOME || cut == PATAL_CUT_SOME_4K)
    n = g_rand_int_range (chance, 0, n + 1);
  for (guint i = 0; i < n; i++)
    apply_name (names, g_ptr_array_index (disk->pending_names, i));
  return names;
}

void
patal_test_disk_build (PatalTestDisk *disk, guint step, PatalCut cut, guint32 seed, const char *target)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) names = NULL;
  GHashTableIter iter;
  gpointer name, number;

  g_assert_cmpuint (step, <=, disk->steps->len);
  if (disk->inodes == NULL || step < disk->at)
    rewind_disk (disk);
  while (disk->at < step)
    advance (disk);
  empty_folder (target);
  names = cut_names (disk, cut, chance);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &number))
    {
      const Inode *inode = inode_at (disk, GPOINTER_TO_UINT (number));
      g_autoptr (GByteArray) bytes = g_byte_array_sized_new (inode->durable->len);
      g_autofree char *path = g_build_filename (target, name, NULL);
      g_autofree char *folder = g_path_get_dirname (path);

      g_byte_array_append (bytes, inode->durable->data, inode->durable->len);
      apply_cut (bytes, inode, step > 0 ? g_ptr_array_index (disk->steps, step - 1) : NULL, cut, chance);
      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_assert_true (g_file_set_contents_full (path, (const char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

guint
patal_test_disk_steps (const PatalTestDisk *disk)
{
  return disk->steps->len;
}

guint
patal_test_disk_marked (const PatalTestDisk *disk, guint step)
{
  guint marked = 0;

  for (guint i = 0; i < step; i++)
    {
      const Step *each = g_ptr_array_index (disk->steps, i);

      if (each->kind == STEP_MARK)
        marked = each->offset;
    }
  return marked;
}

gboolean
patal_test_disk_within_writes (const PatalTestDisk *disk, guint step)
{
  const Step *next = step < disk->steps->len ? g_ptr_array_index (disk->steps, step) : NULL;

  return step > 0 && next != NULL && next->kind == STEP_WRITE && ((Step *) disk->steps->pdata[step - 1])->kind == STEP_WRITE;
}

char *
patal_test_disk_step_name (const PatalTestDisk *disk, guint step)
{
  static const char *const words[] = { "write", "truncate", "sync", "create", "delete", "rename", "sync of folder", "mark" };
  const Step *each;

  if (step == 0)
    return g_strdup ("the beginning");
  each = g_ptr_array_index (disk->steps, step - 1);
  return g_strdup_printf ("%s of %s, file %u at %" G_GINT64_FORMAT, words[each->kind],
                          each->name != NULL ? each->name : "bytes", each->inode, each->offset);
}
