/* patal-person.h: people: who they are; what they hold is said in patal-posting.h
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-blob.h"
#include "patal-import.h"
#include "patal-report.h"
#include "patal-search.h"

G_BEGIN_DECLS

typedef enum { PATAL_GENDER_UNKNOWN, PATAL_GENDER_FEMALE, PATAL_GENDER_MALE, PATAL_GENDER_OTHER, PATAL_N_GENDERS } PatalGender;
typedef enum { PATAL_SOCIAL_UNKNOWN, PATAL_SOCIAL_SC, PATAL_SOCIAL_ST, PATAL_SOCIAL_OTHER, PATAL_N_SOCIALS } PatalSocial;
const char *patal_gender_id    (PatalGender gender); /* "female" … as in the file; NULL for UNKNOWN */
const char *patal_gender_title (PatalGender gender); /* a message id: "Female" …; "" for UNKNOWN */
const char *patal_social_id    (PatalSocial social);
const char *patal_social_title (PatalSocial social);

/* The field at fault may also fail in PATAL_CONTACT_ERROR. */
#define PATAL_PERSON_ERROR (patal_person_error_quark ())
GQuark patal_person_error_quark (void);
typedef enum
{
  PATAL_PERSON_ERROR_NAME,   /* neither a Hindi nor an English name, or a word that says that there is nobody ("रिक्त") */
  PATAL_PERSON_ERROR_IN_USE, /* postings name the person */
} PatalPersonError;

typedef struct
{
  gint64      id;
  char       *name_hi, *name_en, *mobile, *email, *guardian, *remark; /* each (nullable); @guardian: father or husband */
  PatalGender gender;
  PatalSocial social;
  gboolean    consent;                          /* to show name and photo in stories */
  gboolean    has_photo;
  guint8      photo[PATAL_BLOB_HASH_SIZE];      /* names a blob */
} PatalPerson;
void patal_person_clear (PatalPerson *person);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalPerson, patal_person_clear)

gboolean patal_person_load   (PatalDb *db, gint64 id, PatalPerson *out, GError **error);
/* Every rule of one person, on any thread, without the file; *@field (nullable) is the id of the field at fault: "name_hi", "name_en", "mobile",
 * "email", "guardian", "remark". @mobile is as stored: read what was typed with patal_contact_mobile_parse() first. */
gboolean patal_person_check  (const PatalPerson *person, const char **field, GError **error);
/* Inside an edit; each checks first. Insert gives @person its id. Remove refuses (IN_USE) while postings name
   the person. */
gboolean patal_person_insert (PatalDb *db, PatalPerson *person, GError **error);
gboolean patal_person_update (PatalDb *db, const PatalPerson *person, GError **error);
gboolean patal_person_remove (PatalDb *db, gint64 id, GError **error);

/* (transfer full): the name in @lang, else in the other language; NULL when there is no such person. */
char *patal_person_name (PatalDb *db, gint64 id, PatalLang lang);

/* "रिक्त", "vacant", "-", "निरंक" …: what sheets write where nobody is. (nullable) */
gboolean patal_person_name_is_nobody (const char *name);

typedef enum { PATAL_PERSON_SORT_NAME_HI, PATAL_PERSON_SORT_NAME_EN, PATAL_PERSON_SORT_POST, PATAL_PERSON_SORT_PLACE_HI,
               PATAL_PERSON_SORT_PLACE_EN } PatalPersonSort;
typedef enum
{
  PATAL_PERSON_ALL,
  PATAL_PERSON_MAIN,       /* holds a main charge today */
  PATAL_PERSON_ADDITIONAL, /* holds an additional charge today */
  PATAL_PERSON_NO_POST,    /* holds nothing today */
  PATAL_PERSON_NO_MOBILE,
} PatalPersonWhich;
typedef struct
{
  gint64           post;   /* 0: any; else those who hold it today */
  gint64           within; /* 0: anywhere; else those who hold a post today in this unit or below it */
  PatalPersonWhich which;
  PatalPersonSort  sort;
  gboolean         descending;
} PatalPersonFilter;

/* (transfer full) (element-type gint64): ids in order. For a worker. */
GArray *patal_person_ids (PatalDb *db, const PatalPersonFilter *filter, GError **error);

/* The row of a list (patal_row_model_new). Post and place are those of today's main charge, else of an additional one; the post's words are
 * the state's. N_ADDITIONAL: how many additional charges besides. */
typedef enum { PATAL_PERSON_COL_NAME_HI, PATAL_PERSON_COL_NAME_EN, PATAL_PERSON_COL_MOBILE, PATAL_PERSON_COL_POST_CODE, PATAL_PERSON_COL_POST_HI,
               PATAL_PERSON_COL_POST_EN, PATAL_PERSON_COL_UNIT_ID, PATAL_PERSON_COL_UNIT_HI, PATAL_PERSON_COL_UNIT_EN, PATAL_PERSON_COL_BLOCK_HI,
               PATAL_PERSON_COL_BLOCK_EN, PATAL_PERSON_COL_CHARGE /* "main", "additional", NULL */, PATAL_PERSON_COL_N_ADDITIONAL } PatalPersonColumn;
extern const char patal_person_row_sql[];

extern const PatalImport       patal_person_import; /* "people": people and the posts they hold */
extern const PatalReport       patal_person_report; /* "people" */
extern const PatalSearchSource patal_person_search; /* by name, father's or husband's name left out, and mobile */
G_END_DECLS
