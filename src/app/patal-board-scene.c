/* patal-board-scene.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-scene.h"
#include "patal-desk.h"

struct _PatalBoardScene
{
  PatalBoardFacts   facts;
  PatalBoardRecord  record;
  PatalTemplate    *templates[PATAL_N_WORK_KINDS]; /* of both kinds: what is typed may be the kind */
  PatalWords       *words[2];
  PatalBoardLayout *kept;                          /* (nullable): the first print */
  char             *damage;                        /* (nullable): why it cannot be read */
};

/* A first print that cannot be read does not hide today's board. */
static void
read_first (PatalBoardScene *self)
{
  g_autoptr (GError) error = NULL;

  if (self->record.printed == NULL)
    return;
  self->kept = patal_board_layout_from_text (self->record.printed, self->facts.logo, &error);
  if (self->kept == NULL)
    self->damage = g_strdup (error->message);
}

static gboolean
read_all (PatalBoardScene *self, PatalDb *db, const PatalWork *work, GError **error)
{
  g_autoptr (PatalBoardReader) reader = patal_board_reader_new (db);

  if (!patal_board_reader_of_work (reader, work, &self->facts, error)
      || (work->id != 0 && !patal_board_record_load (db, work->id, &self->record, error)))
    return FALSE;
  for (guint lang = 0; lang < G_N_ELEMENTS (self->words); lang++)
    if ((self->words[lang] = patal_desk_words ((PatalLang) lang, error)) == NULL)
      return FALSE;
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    if ((self->templates[kind] = patal_board_template (db, NULL, (PatalWorkKind) kind, error)) == NULL)
      return FALSE;
  read_first (self);
  return TRUE;
}

PatalBoardScene *
patal_board_scene_read (PatalDb *db, const PatalWork *work, GError **error)
{
  g_autoptr (PatalBoardScene) self = g_new0 (PatalBoardScene, 1);

  patal_work_init (&self->facts.work);
  return read_all (self, db, work, error) ? g_steal_pointer (&self) : NULL;
}

void
patal_board_scene_free (PatalBoardScene *self)
{
  if (self == NULL)
    return;
  patal_board_facts_clear (&self->facts);
  patal_board_record_clear (&self->record);
  for (guint i = 0; i < PATAL_N_WORK_KINDS; i++)
    g_clear_pointer (&self->templates[i], patal_template_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    g_clear_pointer (&self->words[i], patal_words_unref);
  g_clear_pointer (&self->kept, patal_board_layout_unref);
  g_free (self->damage);
  g_free (self);
}

gboolean
patal_board_scene_set_work (PatalBoardScene *self, const PatalWork *work)
{
  const PatalWork *now = &self->facts.work;

  /* the known wage rate is that of the day on which the work begins */
  if (work->id != now->id || work->gp != now->gp || work->scheme != now->scheme || work->start != now->start || work->as_day != now->as_day)
    return FALSE;
  patal_work_clear (&self->facts.work);
  patal_work_copy (&self->facts.work, work);
  return TRUE;
}

gint64
patal_board_scene_get_work (PatalBoardScene *self)
{
  return self->facts.work.id;
}

PatalBoardFill
patal_board_scene_fill (PatalBoardScene *self)
{
  return patal_board_fill_of (&self->facts.work);
}

gint64
patal_board_scene_printed_at (PatalBoardScene *self)
{
  return self->record.printed_at;
}

const char *
patal_board_scene_get_damage (PatalBoardScene *self)
{
  return self->damage;
}

void
patal_board_sight_clear (PatalBoardSight *sight)
{
  g_clear_pointer (&sight->layout, patal_board_layout_unref);
  g_clear_pointer (&sight->differs, g_ptr_array_unref);
  g_clear_pointer (&sight->findings, g_ptr_array_unref);
  g_clear_pointer (&sight->size_warning, g_free);
}

PatalBoardSizeOrigin
patal_board_scene_own_size (PatalBoardScene *self, double *width_mm, double *height_mm)
{
  const PatalTemplateFrame *frame = patal_template_frame (self->templates[self->facts.work.kind]);

  if (self->kept != NULL)
    {
      *width_mm = patal_board_layout_width_mm (self->kept);
      *height_mm = patal_board_layout_height_mm (self->kept);
      return PATAL_BOARD_SIZE_OF_PRINT;
    }
  *width_mm = self->record.width_mm > 0 ? self->record.width_mm : frame->width_mm;
  *height_mm = self->record.width_mm > 0 ? self->record.height_mm : frame->height_mm;
  return self->record.width_mm > 0 ? PATAL_BOARD_SIZE_OF_RECORD : PATAL_BOARD_SIZE_OF_KIND;
}

void
patal_board_scene_look (PatalBoardScene *self, const PatalBoardLook *look, PatalDay today, PatalBoardSight *out)
{
  const PatalTemplate *template = self->templates[self->facts.work.kind];
  double width_mm = look->width_mm, height_mm = look->height_mm;
  g_autoptr (PatalForm) form = patal_board_form (&self->facts, template, look->lang, look->fill, self->words);
  g_autoptr (PatalBoardLayout) now = NULL;
  g_autoptr (PatalBoardLayout) kept = NULL;

  if (look->width_mm <= 0)
    patal_board_scene_own_size (self, &width_mm, &height_mm);
  now = patal_board_layout_new (form, width_mm, height_mm);
  /* the first print has its own size and language: looked at in others, the board is today's */
  if (self->kept != NULL && look->width_mm == 0 && patal_board_lang_of (self->kept) == look->lang)
    kept = look->fill == PATAL_BOARD_AT_END ? patal_board_layout_fill_later (self->kept, form) : patal_board_layout_ref (self->kept);
  *out = (PatalBoardSight) {
    .layout = patal_board_layout_ref (kept != NULL && look->kept ? kept : now),
    .differs = kept != NULL ? patal_board_layout_compare (kept, now) : NULL,
    .findings = patal_board_preflight (&self->facts, template, look->lang, today, now,
                                       &(PatalBoardFirst) { kept, now, self->damage }),
  };
  out->office = patal_office_gaps (&self->facts);
  out->size_warning = look->width_mm > 0 ? patal_board_size_warning (form, width_mm, height_mm) : NULL;
  out->parts = kept != NULL ? patal_board_parts_told (kept, now, out->differs) : 0;
}
