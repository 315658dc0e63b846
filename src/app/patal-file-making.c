/* patal-file-making.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-file-making.h"
#include "patal-desk.h"
#include "patal-desk-demo.h"
#include "patal-district.h"
#include "patal-file.h"
#include <glib/gstdio.h>

typedef struct
{
  char *path, *state, *name, *name_en; /* @state NULL: the demonstration */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_free (errand->path);
  g_free (errand->state);
  g_free (errand->name);
  g_free (errand->name_en);
  g_free (errand);
}

static gboolean
make (const Errand *errand, GError **error)
{
  guint desk = errand->state == NULL ? PATAL_DESK_DEMO : 0;
  PatalDb *db = patal_file_create (errand->path, desk, patal_desk_searched, error);
  gboolean made;

  if (db == NULL)
    return FALSE;
  made = errand->state == NULL ? patal_desk_fill_demo (db, NULL, error)
                               : patal_district_begin (db, errand->state, errand->name, errand->name_en, error);
  patal_db_close (db);
  if (!made)
    g_remove (errand->path); /* it is ours: create refuses a path where something is */
  return made;
}

static void
make_thread (GTask *task, G_GNUC_UNUSED gpointer source, gpointer data, G_GNUC_UNUSED GCancellable *cancellable)
{
  const Errand *errand = data;
  g_autoptr (GError) error = NULL;

  if (make (errand, &error))
    g_task_return_pointer (task, g_strdup (errand->path), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The file is not open yet, so there is no worker for it. */
static void
run (Errand errand, GAsyncReadyCallback ready, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, ready, user_data);

  g_task_set_task_data (task, g_memdup2 (&errand, sizeof errand), errand_free);
  g_task_run_in_thread (task, make_thread);
}

void
patal_file_making_begin_async (const char *path, const char *state, const char *name, const char *name_en,
                               GAsyncReadyCallback ready, gpointer user_data)
{
  run ((Errand) { g_strdup (path), g_strdup (state), g_strdup (name), g_strdup (name_en) }, ready, user_data);
}

void
patal_file_making_demo_async (const char *path, GAsyncReadyCallback ready, gpointer user_data)
{
  run ((Errand) { .path = g_strdup (path) }, ready, user_data);
}

char *
patal_file_making_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
