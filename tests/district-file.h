/* district-file.h: a real file in a folder of its own, for the tests of the store
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"
#include "patal-file.h"
#include <glib/gstdio.h>

static const PatalSearchSource district_file_unit = { .table = "unit", .kind = "unit", .entry_sql =
  "SELECT id, ifnull (name_hi || char (10), '') || ifnull (name_en || char (10), '')"
  " || ifnull ((SELECT group_concat (name, char (10)) FROM unit_alias WHERE unit = unit.id), ''), lgd_code FROM unit"
  " WHERE id BETWEEN ?1 AND ?2 ORDER BY id" };
static const PatalSearchSource district_file_alias = { .table = "unit_alias", .owner = "unit" };
static const PatalSearchSource district_file_person = { .table = "person", .kind = "person", .entry_sql =
  "SELECT id, ifnull (name_hi || char (10), '') || ifnull (name_en, ''), mobile FROM person WHERE id BETWEEN ?1 AND ?2"
  " ORDER BY id" };
static const PatalSearchSource *const district_file_searched[] = { &district_file_unit, &district_file_alias,
                                                                   &district_file_person, NULL };

typedef struct
{
  char    *folder, *path;
  PatalDb *db;
} DistrictFile;

static inline void
district_file_set_up (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("patal-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "district.patal", NULL);
  f->db = patal_file_create (f->path, 7, district_file_searched, &error);
  g_assert_no_error (error);
}

static inline void
district_file_reopen (DistrictFile *f)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&f->db, patal_db_close);
  f->db = patal_file_open (f->path, PATAL_FILE_WRITE, district_file_searched, NULL, &error);
  g_assert_no_error (error);
}

/* Removes @path with all in it. */
static inline void
district_file_remove (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      district_file_remove (inner);
    }
  if (dir != NULL)
    g_dir_close (dir);
  g_remove (path);
}

static inline void
district_file_tear_down (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  patal_db_close (f->db);
  district_file_remove (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

/* Every row of every table that an edit may change, as text: two files with the same rows give the same. (transfer full) */
static inline char *
district_file_dump (PatalDb *db)
{
  static const char *const queries[] = {
    "SELECT id, level, parent, name_hi, name_en, lgd_code, lat, population FROM unit ORDER BY id",
    "SELECT id, unit, name FROM unit_alias ORDER BY id",
    "SELECT id, name_hi, name_en, mobile FROM person ORDER BY id",
    "SELECT id, tbl FROM frozen ORDER BY id",
    "SELECT id, gp, name_hi, code, total_paise, end_day, status FROM work ORDER BY id",
    "SELECT id, work, name, quantity FROM work_material ORDER BY id",
    "SELECT id, work, built_on, correct, defects FROM board ORDER BY id",
    "SELECT id, work, doc_type, available, page_to FROM work_doc ORDER BY id",
    "SELECT id, key, value FROM setting ORDER BY id",
  };
  GString *dump = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (PatalRows) rows = patal_db_query (db, queries[i], PATAL_NO_ARGS);
      g_autoptr (GError) error = NULL;

      while (patal_rows_next (&rows))
        {
          int n = sqlite3_column_count (rows.stmt);

          for (int column = 0; column < n; column++)
            g_string_append_printf (dump, "%s|", patal_rows_text (&rows, column) != NULL ? patal_rows_text (&rows, column) : "-");
          g_string_append_c (dump, '\n');
        }
      patal_rows_finish (&rows, &error);
      g_assert_no_error (error);
      g_string_append_printf (dump, "%zu\n", i);
    }
  return g_string_free (dump, FALSE);
}

/* A state with the given English name, as one edit; returns its id. */
typedef struct
{
  const char *name_en, *name_hi;
  gint64      id; /* 0: a new one, and then its id */
} DistrictUnit;

static inline gboolean
district_file_put_unit (PatalDb *db, gpointer data, GError **error)
{
  DistrictUnit *unit = data;

  if (unit->id != 0)
    return patal_db_run (db, "UPDATE unit SET name_en = ?2, name_hi = ?3 WHERE id = ?1",
                         PATAL_ARGS (PATAL_INT (unit->id), PATAL_TEXT (unit->name_en), PATAL_TEXT (unit->name_hi)), error);
  unit->id = patal_db_new_id (db);
  return patal_db_run (db, "INSERT INTO unit (id, level, name_en, name_hi) VALUES (?1, 'state', ?2, ?3)",
                       PATAL_ARGS (PATAL_INT (unit->id), PATAL_TEXT (unit->name_en), PATAL_TEXT (unit->name_hi)), error);
}

static inline gint64
district_file_add_unit (DistrictFile *f, const char *name_en, const char *name_hi)
{
  DistrictUnit unit = { name_en, name_hi, 0 };
  g_autoptr (GError) error = NULL;

  patal_db_edit (f->db, PATAL_LABEL ("Added {1}", name_en), district_file_put_unit, &unit, &error);
  g_assert_no_error (error);
  return unit.id;
}
