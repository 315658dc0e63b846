/* patal-posting.h: who holds which post, where, since when, as main or additional charge
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-post.h"

G_BEGIN_DECLS

typedef enum { PATAL_CHARGE_MAIN, PATAL_CHARGE_ADDITIONAL } PatalCharge;
const char *patal_charge_id    (PatalCharge charge); /* "main", "additional" */
const char *patal_charge_title (PatalCharge charge); /* a message id: "Main charge" … */

#define PATAL_POSTING_ERROR (patal_posting_error_quark ())
GQuark patal_posting_error_quark (void);
typedef enum
{
  PATAL_POSTING_ERROR_WHAT,     /* person, post or unit is missing, or gone from the file */
  PATAL_POSTING_ERROR_SPAN,     /* ends before it begins; or a transfer that begins before the old posting did */
  PATAL_POSTING_ERROR_LEVEL,    /* the post is not one of units of this level */
  PATAL_POSTING_ERROR_TAKEN,    /* another person has the main charge then: says who and since when */
  PATAL_POSTING_ERROR_TWO_MAIN, /* the person has the main charge of another staff post then: says where */
  PATAL_POSTING_ERROR_REPEATED, /* the person holds this very post there then already */
} PatalPostingError;

typedef struct
{
  gint64      id, person, post, unit;
  PatalDay    from, to;   /* PATAL_DAY_NONE: since ever, without end; both included */
  PatalCharge charge;
  char       *order_no;   /* (nullable) */
} PatalPosting;
void patal_posting_clear (PatalPosting *posting);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalPosting, patal_posting_clear)

gboolean patal_posting_load   (PatalDb *db, gint64 id, PatalPosting *out, GError **error);
/* As @person of patal_posting_check() only: somebody who is added in the same edit. */
#define PATAL_POSTING_NEW_PERSON -1
/* Every rule, against the file; *@field (nullable): "person", "post", "unit", "from", "to", "charge",
   "order_no". */
gboolean patal_posting_check  (PatalDb *db, const PatalPosting *posting, const char **field, GError **error);
/* Inside an edit; insert and update check first. Insert gives the id. */
gboolean patal_posting_insert (PatalDb *db, PatalPosting *posting, GError **error);
gboolean patal_posting_update (PatalDb *db, const PatalPosting *posting, GError **error);
gboolean patal_posting_remove (PatalDb *db, gint64 id, GError **error);

/* Inside an edit: ends posting @id on @last (included). */
gboolean patal_posting_end (PatalDb *db, gint64 id, PatalDay last, GError **error);
/* Inside an edit: somebody leaves service: ends all postings of @person that last beyond @last. SPAN when one begins after it. */
gboolean patal_posting_end_all (PatalDb *db, gint64 person, PatalDay last, GError **error);
/* Inside an edit, a transfer: ends posting @id on the day before @next begins (@next->from is needed) and inserts @next, whose id it sets.
 * @next may be the same person elsewhere or another person here. Both or nothing. */
gboolean patal_posting_transfer (PatalDb *db, gint64 id, PatalPosting *next, GError **error);

/* Inside an edit: ends the additional charges that patal_posting_stand_ins() finds, on the day before @posting begins. */
gboolean patal_posting_relieve (PatalDb *db, const PatalPosting *posting, GError **error);

/* A post as it is held, in words. */
typedef struct
{
  gint64      posting, person;           /* both 0: the post is vacant */
  gint64      post, unit;
  PatalCharge charge;
  PatalDay    from, to;
  char       *person_hi, *person_en;     /* both NULL when vacant; else at least one is not */
  char       *mobile, *order_no;         /* (nullable) */
  char       *post_code, *post_hi, *post_en; /* the words of the unit's state */
  char       *unit_hi, *unit_en;         /* (nullable), at least one is not */
  gint64      main_unit;                 /* for an additional charge: where the person's main one is on the day asked for; 0: nowhere */
  char       *main_unit_hi, *main_unit_en, *main_post_hi, *main_post_en; /* (nullable) */
} PatalHolding;
void patal_holding_free (PatalHolding *holding);

/* All (transfer full) (element-type PatalHolding). */
/* Who holds which post in @unit on @day, by rank, main charge first; an expected post that nobody holds is
   there with @person 0. */
GPtrArray *patal_holdings_in      (PatalDb *db, gint64 unit, PatalDay day, GError **error);
/* All postings of a person, the newest first; @day decides where the main place is. */
GPtrArray *patal_holdings_of      (PatalDb *db, gint64 person, PatalDay day, GError **error);
/* All postings that ever were in @unit, the newest first. */
GPtrArray *patal_holdings_history (PatalDb *db, gint64 unit, GError **error);
/* Who stood in until @posting, a main charge: others who have an additional charge of this post of one since before its first day. Empty
 * where it has no first day, or where the post is one of several. */
GPtrArray *patal_posting_stand_ins (PatalDb *db, const PatalPosting *posting, GError **error);

G_END_DECLS
