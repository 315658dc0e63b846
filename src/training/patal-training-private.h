/* patal-training-private.h: what the files of trainings share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-course.h"
#include "patal-words.h"

G_BEGIN_DECLS

gboolean   patal_training_is_blank (const char *text); /* (nullable): nothing but spaces */
PatalValue patal_training_text     (const char *text); /* borrowed; blanks are NULL */

/* (transfer none): the one in the language of @words, else the other; in Hindi, as the directory's, where they are NULL. */
const char *patal_training_name    (char *const names[2], const PatalWords *words);

/* (transfer full): "ग्राम रोजगार सहायक, सचिव": the posts of @course in the state's words. */
char       *patal_training_target_group (PatalDb *db, const PatalCourse *course, const PatalWords *words);

/* In which language names are told: that of @words (nullable: of the process, as its sentences are). */
PatalLang  patal_training_lang     (const PatalWords *words);

/* Whether @word is one of @n @words, each (nullable), folded. An empty one is none. */
gboolean   patal_training_names    (const char *const *words, guint n, const char *word);

/* Inside an edit: @training has no clusters any more, and nothing that hangs on them. */
gboolean   patal_training_empty    (PatalDb *db, gint64 training, GError **error);

/* Rows that say no more than that a record has something: the subjects of a module, of a trainer. */
typedef struct
{
  const char *has;    /* what record ?1 has, in the order in which it got it */
  const char *add;    /* row ?1: record ?2 has ?3 */
  const char *remove; /* record ?1 has ?2 no more */
} PatalTrainingLinks;
gboolean   patal_training_has         (const GArray *ids, gint64 id); /* @ids (nullable) */
/* (transfer full) (element-type gint64) */
GArray    *patal_training_links_read  (PatalDb *db, const PatalTrainingLinks *links, gint64 record, GError **error);
/* Inside an edit: it has @wanted (nullable: nothing), and rows that are there stay the rows they are. */
gboolean   patal_training_links_write (PatalDb *db, const PatalTrainingLinks *links, gint64 record, const GArray *wanted,
                                       GError **error);

G_END_DECLS
