/* patal-test-disk.h: the power can be cut at any point of what was written to a folder
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Power: while a folder is recorded, every write, truncation, sync, creation, deletion and renaming in it is logged in order.
 * Nothing is lost by the run itself. From the log, the folder can then be built as a disk may hold it when the power fails after
 * the n-th step: what was synced is there; of what was not, as the cut says, all, nothing, or any part, torn at sectors. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* Recording. One folder at a time, and nothing in it may be open at the beginning. */
typedef struct _PatalTestDisk PatalTestDisk;
void           patal_test_disk_record (const char *folder);
PatalTestDisk *patal_test_disk_stop   (void);     /* (transfer full) */
void           patal_test_disk_mark   (guint n);  /* what the program has promised up to here: any number that grows */
void           patal_test_disk_free   (PatalTestDisk *disk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTestDisk, patal_test_disk_free)

typedef enum
{
  PATAL_CUT_LOSE,    /* nothing that was not synced arrived */
  PATAL_CUT_KEEP,    /* everything arrived, as when a program is killed */
  PATAL_CUT_TEAR,    /* everything, but of the last write the first half of its sectors */
  PATAL_CUT_NAMES,   /* the folder's changes arrived, the files' bytes did not */
  PATAL_CUT_BYTES,   /* the files' bytes arrived, the folder's changes did not */
  PATAL_CUT_LATE,    /* the later half of the bytes arrived, the earlier did not */
  PATAL_CUT_SOME,    /* any sectors of any writes, by chance */
  PATAL_CUT_SOME_4K, /* likewise, with sectors of 4096 bytes */
  PATAL_N_CUTS,
} PatalCut;

guint patal_test_disk_steps (const PatalTestDisk *disk);
guint patal_test_disk_marked (const PatalTestDisk *disk, guint step); /* the last mark before the cut */

/* The next one is a write too: between two of them there is little that a cut could tell apart. */
gboolean patal_test_disk_within_writes (const PatalTestDisk *disk, guint step);

/* A word for a step: "sync a.patal-wal". (transfer full) */
char *patal_test_disk_step_name (const PatalTestDisk *disk, guint step);

/* Builds the folder at @target, which it empties first, as the power fails after @step steps. Steps go from 0 up and back to 0. */
void patal_test_disk_build (PatalTestDisk *disk, guint step, PatalCut cut, guint32 seed, const char *target);

/* Logging, by patal-test-vfs.c. An inode is what patal_test_disk_opened() gave; 0: outside of the recorded folder. */
guint patal_test_disk_opened        (const char *path);
void  patal_test_disk_wrote         (guint inode, const void *bytes, gsize size, gint64 offset);
void  patal_test_disk_truncated     (guint inode, gint64 size);
void  patal_test_disk_synced        (guint inode);
void  patal_test_disk_deleted       (const char *path, gboolean sync_folder);
void  patal_test_disk_renamed       (const char *from, const char *to);
void  patal_test_disk_synced_folder (const char *folder);

G_END_DECLS
