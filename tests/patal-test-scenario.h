/* patal-test-scenario.h: what the file's safety is tried on: everything that writes, and what must be true after it was cut off
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-test-file.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  void     (*prepare) (const char *folder); /* what is there before */
  gboolean (*run) (const char *folder, GError **error); /* says patal_test_disk_mark() for each promise, with a number that grows */
  /* The folder is one of those that may be there when @run was cut off after it had promised @promise (0: nothing yet). */
  void     (*check) (const char *folder, guint promise, const char *what);
  gboolean   whole; /* @run is one thing: where it failed, nothing may have changed */
} PatalTestScenario;

extern const PatalTestScenario patal_test_scenarios[];
extern const guint             patal_test_n_scenarios;

G_END_DECLS
