/* patal-test-vfs.h: a file layer of SQLite for tests: the disk fails when told to, and what is written is logged
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It stands over the system's own layer and is the default one, and behind the calls of src/store/patal-disk.h, so that the
 * program's code needs to know nothing of it. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

void patal_test_vfs_install (void);

/* Failures. The counting of all kinds starts anew at each call. */
typedef enum
{
  PATAL_FAULT_NONE,
  PATAL_FAULT_FULL,  /* the n-th write says "disk full", and so does every later one */
  PATAL_FAULT_WRITE, /* the n-th write alone fails */
  PATAL_FAULT_READ,  /* the n-th read alone fails */
  PATAL_FAULT_SYNC,  /* the n-th sync alone fails */
} PatalFault;
void     patal_test_vfs_fail   (PatalFault fault, guint n); /* from 1 */
gboolean patal_test_vfs_failed (void);                      /* the n-th came */
gboolean patal_test_vfs_failed_a_read (void);               /* of the last fault: also after it was taken away */

G_END_DECLS
