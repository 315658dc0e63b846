/* training.h: a district for trainings: three blocks, twenty-four gram panchayats, who holds what, four master trainers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everybody holds the post since 2020. Of the gram panchayats (eight a block, 3 km apart)
 *   gp[0]  gives master trainers: its secretary and its GRS,
 *   gp[9]  lends its secretary to gp[10], as an additional charge,
 *   gp[17] has no GRS: the post is vacant,
 * and gp[3] is a namesake of gp[0]. Block 0 has a venue of 40 seats and one hall in gp[0], block 1 one of 60 seats and two halls. */
#pragma once
#include "directory.h"
#include "patal-course.h"
#include "patal-training.h"

#define TRAINING_GGI 341 /* the course's id in every file; its module's is one more */
#define TRAINING_GPS 24
#define TRAINING_CHARGE 9
#define TRAINING_CHARGED 10
#define TRAINING_VACANT 17

typedef struct
{
  Directory d; /* first: what takes a Directory takes it */
  gint64    block[3], gp[TRAINING_GPS];
  gint64    secretary[TRAINING_GPS], grs[TRAINING_GPS]; /* persons; grs[TRAINING_VACANT] and secretary[TRAINING_CHARGED]: 0 */
  gint64    officer[3];                                 /* persons: programme officers of the blocks */
  gint64    trainer[4];  /* secretary and GRS of gp[0]; the officer of block 1; a technical assistant of block 2 */
  gint64    trainer_person[4];
  gint64    venue[2];
} Trainings;

static inline gint64
training_person (PatalDb *db, const char *name, guint number, gint64 post, gint64 unit, GError **error)
{
  g_autofree char *hi = g_strdup_printf ("%s %c%u", name, 'A' + (int) (number % 26), number);
  PatalPerson person = { .name_hi = hi };
  PatalPosting posting = { .post = post, .unit = unit, .from = DAY (2020, 1, 1), .charge = PATAL_CHARGE_MAIN };

  g_assert_true (patal_person_insert (db, &person, error));
  posting.person = person.id;
  g_assert_true (patal_posting_insert (db, &posting, error));
  return person.id;
}

static inline void
training_units (PatalDb *db, Trainings *f, GError **error)
{
  for (guint i = 0; i < TRAINING_GPS; i++)
    {
      g_autofree char *hi = g_strdup_printf ("ग्राम-%02u", i + 1), *en = g_strdup_printf ("Gram-%02u", i + 1), *code = g_strdup_printf ("91%03u", i + 1);
      PatalUnit gp = { .level = PATAL_LEVEL_GP, .parent = f->block[i / 8], .name_hi = hi, .name_en = en, .lgd_code = code,
                       .has_place = TRUE, .lat = 21.5 + 0.3 * (i / 8) + 0.027 * (i % 8 / 4), .lon = 82.5 + 0.027 * (i % 4),
                       .households = -1, .population = -1, .sc = -1, .st = -1 };

      if (i == 3)
        {
          gp.name_hi = (char *) "ग्राम-01";
          gp.name_en = (char *) "Gram-01";
        }
      g_assert_true (patal_unit_insert (db, &gp, error));
      f->gp[i] = gp.id;
    }
}

static inline void
training_people (PatalDb *db, Trainings *f, GError **error)
{
  PatalPosting charge = { .post = f->d.ps, .unit = f->gp[TRAINING_CHARGED], .from = DAY (2020, 1, 1), .charge = PATAL_CHARGE_ADDITIONAL };

  for (guint i = 0; i < TRAINING_GPS; i++)
    {
      if (i != TRAINING_CHARGED)
        f->secretary[i] = training_person (db, "सचिव", i + 1, f->d.ps, f->gp[i], error);
      if (i != TRAINING_VACANT)
        f->grs[i] = training_person (db, "सहायक", i + 1, f->d.grs, f->gp[i], error);
    }
  charge.person = f->secretary[TRAINING_CHARGE];
  g_assert_true (patal_posting_insert (db, &charge, error));
  for (guint b = 0; b < 3; b++)
    f->officer[b] = training_person (db, "अधिकारी", b + 1, f->d.po, f->block[b], error);
  f->trainer_person[0] = f->secretary[0];
  f->trainer_person[1] = f->grs[0];
  f->trainer_person[2] = f->officer[1];
  f->trainer_person[3] = training_person (db, "तकनीकी", 1, f->d.ta, f->block[2], error);
}

static inline void
training_venues (PatalDb *db, Trainings *f, GError **error)
{
  PatalVenue venues[2] = {
    { .unit = f->gp[0], .name_hi = (char *) "सामुदायिक भवन", .name_en = (char *) "Community hall", .capacity = 40, .halls = 1 },
    { .unit = f->block[1], .name_hi = (char *) "जनपद सभाकक्ष", .name_en = (char *) "Block hall", .capacity = 60, .halls = 2,
      .has_place = TRUE, .lat = 21.8, .lon = 82.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (venues); i++)
    {
      g_assert_true (patal_venue_insert (db, &venues[i], error));
      f->venue[i] = venues[i].id;
    }
}

static inline void
training_trainers (PatalDb *db, Trainings *f, GError **error)
{
  static const char *const sources[] = { "model_gp", "model_gp", "officer", "technical" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      f->trainer[i] = patal_db_new_id (db);
      g_assert_true (patal_db_run (db, "INSERT INTO trainer (id, person, source) VALUES (?1, ?2, ?3)",
                                   PATAL_ARGS (PATAL_INT (f->trainer[i]), PATAL_INT (f->trainer_person[i]), PATAL_TEXT (sources[i])), error));
      for (gint64 subject = 301; subject <= 304; subject++)
        g_assert_true (patal_db_run (db, "INSERT INTO trainer_subject (id, trainer, subject) VALUES (?1, ?2, ?3)",
                                     PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (f->trainer[i]), PATAL_INT (subject)), error));
    }
}

static inline gboolean
training_fill (PatalDb *db, gpointer data, GError **error)
{
  Trainings *f = data;

  training_units (db, f, error);
  training_people (db, f, error);
  training_venues (db, f, error);
  training_trainers (db, f, error);
  return TRUE;
}

static inline gboolean
training_drop_gp (PatalDb *db, gpointer id, GError **error)
{
  return patal_unit_remove (db, *(gint64 *) id, error);
}

static inline void
training_set_up (Trainings *f, gconstpointer data)
{
  directory_set_up (&f->d, data);
  for (guint i = 0; i < G_N_ELEMENTS (f->d.gp); i++)
    directory_do (&f->d, (gpointer) training_drop_gp, &f->d.gp[i]); /* the directory's own are another district's */
  f->block[0] = f->d.block[0];
  f->block[1] = f->d.block[1];
  f->block[2] = directory_unit (&f->d, PATAL_LEVEL_BLOCK, f->d.district, "चंपापुर", "Champapur", "903");
  directory_do (&f->d, (gpointer) training_fill, f);
}

static inline void
training_tear_down (Trainings *f, gconstpointer data)
{
  directory_tear_down (&f->d, data);
}

/* The shipped course in April to June 2026, as the usual rules have it. */
static inline void
training_ggi (Trainings *f, PatalTraining *out)
{
  g_auto (PatalCourse) course = { 0 };

  g_assert_true (patal_course_load (f->d.db, TRAINING_GGI, &course, NULL));
  patal_training_init (out, &course, 2026);
}

#define TRAINING_TEST(path, func) g_test_add (path, Trainings, NULL, training_set_up, func, training_tear_down)
