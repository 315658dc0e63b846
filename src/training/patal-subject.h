/* patal-subject.h: what modules teach and trainers can teach: one word for activity, topic and qualification
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"
#include "patal-lang.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   id;
  char    *code, *names[2]; /* [PatalLang]; at least one of the names is not NULL */
  gboolean in_use;
} PatalSubject;
void patal_subject_clear (PatalSubject *subject);
void patal_subject_free  (PatalSubject *subject); /* accepts NULL */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalSubject, patal_subject_clear)

#define PATAL_SUBJECT_ERROR (patal_subject_error_quark ())
GQuark patal_subject_error_quark (void);
typedef enum
{
  PATAL_SUBJECT_ERROR_NAME, /* no code, or neither a Hindi nor an English name */
  PATAL_SUBJECT_ERROR_CODE, /* another subject has this code */
} PatalSubjectError;

/* (transfer full) (element-type PatalSubject): those in use first, by code. */
GPtrArray *patal_subjects    (PatalDb *db, GError **error);
/* Inside an edit; id 0: a new one, and then its id. */
gboolean   patal_subject_put (PatalDb *db, PatalSubject *subject, GError **error);

/* The one of @subjects that @word means: its code or one of its names, folded; (transfer none) (nullable). */
const PatalSubject *patal_subject_among (const GPtrArray *subjects, const char *word);

G_END_DECLS
