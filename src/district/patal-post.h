/* patal-post.h: posts: sarpanch, secretary, programme officer …
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A post's words are labels "post.CODE" of the state pack (patal-pack.h): सरपंच, प्रधान and मुखिया are the post SARPANCH. */
#pragma once
#include "patal-unit.h"

G_BEGIN_DECLS

typedef enum { PATAL_POST_ELECTED, PATAL_POST_STAFF } PatalPostKind;

#define PATAL_POST_ERROR (patal_post_error_quark ())
GQuark patal_post_error_quark (void);
typedef enum
{
  PATAL_POST_ERROR_CODE,   /* not 1 to 20 of A-Z 0-9 _, or another post has it */
  PATAL_POST_ERROR_NUMBER, /* expected is not 0 to 99 */
  PATAL_POST_ERROR_IN_USE, /* postings name the post */
} PatalPostError;

typedef struct
{
  gint64        id;
  char         *code;     /* "GRS" */
  PatalPostKind kind;
  PatalLevel    level;    /* of the units that have the post */
  int           expected; /* how many each such unit should have; 0: as it comes */
  int           rank;     /* order in lists */
} PatalPost;
void patal_post_clear (PatalPost *post);
void patal_post_free  (PatalPost *post);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalPost, patal_post_clear)

gboolean patal_post_load   (PatalDb *db, gint64 id, PatalPost *out, GError **error);
gboolean patal_post_insert (PatalDb *db, PatalPost *post, GError **error);       /* inside an edit; gives the id */
gboolean patal_post_update (PatalDb *db, const PatalPost *post, GError **error);
gboolean patal_post_remove (PatalDb *db, gint64 id, GError **error);             /* IN_USE while postings name it */

/* (transfer full) (element-type PatalPost): all, by rank. */
GPtrArray *patal_posts (PatalDb *db, GError **error);

/* (transfer full): the post's words in the state of @unit (0: of the first state of the file), else plain
   ones, else its code. */
char *patal_post_name (PatalDb *db, gint64 post, gint64 unit, PatalLang lang);

/* The code of the post that a word names, in any state's words or as abbreviation, either script: "रोजगार सहायक", "GRS", "मुखिया";
 * NULL when it names none. (transfer none), lives for ever. Does not ask the file: codes are those of the seed. */
const char *patal_post_code_of_word (const char *word);

G_END_DECLS
