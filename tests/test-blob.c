/* test-blob.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-blob.h"
#include "patal-db-private.h"
#include "patal-test-file.h"

typedef struct
{
  char    *folder, *path;
  PatalDb *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = patal_test_folder ();
  f->path = g_build_filename (f->folder, "a.patal", NULL);
  f->db = patal_file_create (f->path, 0, NULL, NULL);
  g_assert_nonnull (f->db);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  patal_db_close (f->db);
  patal_test_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

typedef struct
{
  GBytes *bytes;
  guint8  hash[PATAL_BLOB_HASH_SIZE];
  gint64  person; /* 0: nobody's */
} Photo;

static gboolean
put_cb (PatalDb *db, gpointer data, GError **error)
{
  Photo *photo = data;

  if (!patal_blob_put (db, photo->bytes, "image/png", photo->hash, error))
    return FALSE;
  if (photo->person == 0)
    return TRUE;
  photo->person = patal_db_new_id (db);
  return patal_db_run (db, "INSERT INTO person (id, name_hi, photo) VALUES (?1, 'क', ?2)",
                       PATAL_ARGS (PATAL_INT (photo->person), PATAL_BYTES (photo->hash, PATAL_BLOB_HASH_SIZE)), error);
}

static gboolean
put (PatalDb *db, Photo *photo, GError **error)
{
  return patal_db_edit (db, PATAL_LABEL ("x"), put_cb, photo, error);
}

static gint64
count (PatalDb *db)
{
  gint64 n = -1;

  g_assert_true (patal_db_int (db, "SELECT count(*) FROM blob", PATAL_NO_ARGS, &n, NULL));
  return n;
}

static void
test_put_and_get (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const guint8 abc[] = { 0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
                                0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3), got = NULL;
  g_autofree char *type = NULL;
  Photo photo = { .bytes = bytes };
  g_autoptr (GError) error = NULL;

  g_assert_true (put (f->db, &photo, &error));
  g_assert_cmpmem (photo.hash, PATAL_BLOB_HASH_SIZE, abc, sizeof abc); /* FIPS 180-2's own example */
  g_assert_true (put (f->db, &photo, &error));
  g_assert_cmpint (count (f->db), ==, 1);
  got = patal_blob_get (f->db, abc, &type, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (got, bytes));
  g_assert_cmpstr (type, ==, "image/png");
}

static void
test_limits (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { gsize size; gboolean good; } cases[] = {
    { 0, FALSE }, { 1, TRUE }, { PATAL_BLOB_MAX_BYTES, TRUE }, { PATAL_BLOB_MAX_BYTES + 1, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (cases[i].size), cases[i].size);
      g_autoptr (GError) error = NULL;
      gint64 before = count (f->db);

      g_assert_cmpint (put (f->db, &(Photo) { .bytes = bytes }, &error), ==, cases[i].good);
      if (!cases[i].good)
        g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONSTRAINT);
      g_assert_cmpint (count (f->db), ==, before + cases[i].good);
    }
}

static void
test_get_errors (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  Photo photo = { .bytes = bytes };
  guint8 other[PATAL_BLOB_HASH_SIZE] = { 1 };
  g_autoptr (GError) error = NULL;

  g_assert_true (put (f->db, &photo, NULL));
  g_assert_null (patal_blob_get (f->db, other, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (patal_db_run_own (f->db, "UPDATE blob SET bytes = x'616264'", PATAL_NO_ARGS, NULL)); /* a bit of the disk turned */
  g_assert_null (patal_blob_get (f->db, photo.hash, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED);
}

static gboolean
take_photo_away_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_db_run (db, "UPDATE person SET photo = NULL WHERE id = ?1", PATAL_ARGS (PATAL_INT (*(gint64 *) data)), error);
}

static void
test_sweep (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) one = g_bytes_new_static ("one", 3), two = g_bytes_new_static ("two", 3), three = g_bytes_new_static ("three", 5);
  Photo by_row = { .bytes = one, .person = 1 }, by_journal = { .bytes = two, .person = 1 }, by_nobody = { .bytes = three };
  guint dropped = 99;

  g_assert_true (patal_blob_sweep (f->db, &dropped, NULL));
  g_assert_cmpuint (dropped, ==, 0);
  g_assert_true (put (f->db, &by_row, NULL));
  g_assert_true (put (f->db, &by_journal, NULL));
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), take_photo_away_cb, &by_journal.person, NULL));
  g_assert_true (put (f->db, &by_nobody, NULL));
  g_assert_cmpint (count (f->db), ==, 3);
  g_assert_true (patal_blob_sweep (f->db, &dropped, NULL));
  g_assert_cmpuint (dropped, ==, 1);
  g_assert_cmpint (count (f->db), ==, 2);
  g_assert_null (patal_blob_get (f->db, by_nobody.hash, NULL, NULL));
  /* that is why the journal counts: the photo comes back */
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_bytes_unref (patal_blob_get (f->db, by_journal.hash, NULL, NULL));
  /* a large changeset is packed in the journal; the names in it are found as well */
  g_assert_true (patal_test_grow (f->db, 500, NULL));
  g_assert_true (patal_blob_sweep (f->db, &dropped, NULL));
  g_assert_cmpuint (dropped, ==, 0);
}

/* A journal line of its own names the photo, but another one that is packed: alone, without rows. */
static gboolean
many_persons_cb (PatalDb *db, gpointer data, GError **error)
{
  Photo *photo = data;

  for (int i = 0; i < 300; i++)
    {
      photo->person = 1;
      if (!put_cb (db, photo, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_sweep_packed (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("many", 4);
  Photo photo = { .bytes = bytes };
  guint dropped = 99;
  gint64 packed;

  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), many_persons_cb, &photo, NULL));
  g_assert_true (patal_db_int (f->db, "SELECT unpacked_size FROM journal", PATAL_NO_ARGS, &packed, NULL));
  g_assert_cmpint (packed, >, 0);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_true (patal_blob_sweep (f->db, &dropped, NULL));
  g_assert_cmpuint (dropped, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/blob/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("put-and-get", test_put_and_get);
  ADD ("limits", test_limits);
  ADD ("get-errors", test_get_errors);
  ADD ("sweep", test_sweep);
  ADD ("sweep-packed", test_sweep_packed);
  return g_test_run ();
}
