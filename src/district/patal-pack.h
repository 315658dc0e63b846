/* patal-pack.h: state packs: what each state calls its tiers and posts
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The packs (data/packs) are shipped inside the program. patal_district_begin() writes their words into the file, where the office may
 * correct them; from then on the file's words are asked. A word has a key: "tier.gp", "post.SARPANCH". */
#pragma once
#include "patal-edit.h"
#include "patal-unit.h"

G_BEGIN_DECLS

#define PATAL_PACK_ERROR (patal_pack_error_quark ())
GQuark patal_pack_error_quark (void);
typedef enum
{
  PATAL_PACK_ERROR_STATE, /* no state of that name */
  PATAL_PACK_ERROR_WORD,  /* a word is empty in one of the languages */
} PatalPackError;

typedef struct /* a state or union territory of India; all strings live for ever */
{
  const char *id;        /* "CG"; as car plates have it */
  const char *lgd_code;  /* "22" */
  const char *hi, *en;
  gboolean    has_words; /* its own words are known; else it gets the plain ones */
} PatalPackState;

/* All of them, by English name. */
const PatalPackState *patal_pack_states     (guint *n);
/* By id, LGD code, or name in either script, folded; NULL when there is none. */
const PatalPackState *patal_pack_find_state (const char *text);

typedef struct
{
  gint64      id;         /* of the file's row; 0 for a word that is only shipped */
  const char *state_code; /* LGD code; "" for the plain words */
  const char *key, *hi, *en;
  const char *source;     /* (nullable): where the word is from */
  const char *order_no;   /* (nullable): the order that confirms it */
  gboolean    verified;   /* else it is shown with the mark असत्यापित */
} PatalPackWord;

typedef struct
{
  const char *code; /* "GRS" */
  gboolean    elected;
  PatalLevel  level;
  int         expected, rank;
} PatalPackPost;

/* What is shipped; it lives for ever. Any thread. */
const PatalPackWord *patal_pack_shipped_words (guint *n);
const PatalPackPost *patal_pack_shipped_posts (guint *n);

/* Inside an edit: writes the shipped words and posts that the file does not have yet. */
gboolean patal_pack_seed (PatalDb *db, GError **error);

/* (transfer full): what the state of @unit (0: the first state of the file) calls @key: its own word, else the plain one, else the key.
 * *@unverified, (nullable), is set when nobody has confirmed the word. */
char *patal_pack_word (PatalDb *db, gint64 unit, const char *key, PatalLang lang, gboolean *unverified);

/* (transfer full) (element-type PatalPackWord): the file's own words of a state, by key, for correcting them. */
GPtrArray *patal_pack_words (PatalDb *db, const char *state_code, GError **error);

/* Inside an edit: corrects word @id, or confirms it. With an @order_no, (nullable), it is verified; without it is not. WORD. */
gboolean patal_pack_set_word (PatalDb *db, gint64 id, const char *hi, const char *en, const char *order_no, GError **error);

G_END_DECLS
