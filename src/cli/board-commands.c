/* board-commands.c: board
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-out.h"
#include "board-scope.h"
#include "board-template-commands.h"
#include "patal-font.h"
#include "patal-pages-picture.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  BoardScope      scope;
  char           *size, *kind, *lang, *format, *split, *side, *fill, *sheet, *turn, *template, *path;
  int             width;
  gboolean        check, issue;
  /* understood */
  PatalBoardOrder order;
  BoardOut        out;
} BoardOptions;

static void
board_options_clear (BoardOptions *options)
{
  board_scope_clear (&options->scope);
  g_free (options->size);
  g_free (options->kind);
  g_free (options->lang);
  g_free (options->format);
  g_free (options->split);
  g_free (options->side);
  g_free (options->fill);
  g_free (options->sheet);
  g_free (options->turn);
  g_free (options->template);
  g_free (options->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BoardOptions, board_options_clear)

/* --- What was typed --- */

static gboolean
say (const char *sentence)
{
  fprintf (stderr, "patal: %s\n", sentence);
  return FALSE;
}

static gboolean
read_size (BoardOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (options->size == NULL || patal_board_size_parse (options->size, &options->order.width_mm, &options->order.height_mm, &error))
    return TRUE;
  return say (error->message);
}

/* By --format, else by the ending of the file's name. */
static gboolean
read_format (BoardOptions *options)
{
  static const char *const formats[] = { [BOARD_PDF] = "pdf", [BOARD_PNG] = "png", [BOARD_SVG] = "svg", NULL };
  static const char *const splits[] = { [BOARD_SPLIT_NONE] = "none", [BOARD_SPLIT_GP] = "gp", [BOARD_SPLIT_BLOCK] = "block", NULL };
  const char *dot = options->path != NULL ? strrchr (options->path, '.') : NULL;
  guint format = BOARD_PDF, split = BOARD_SPLIT_NONE;

  if (options->format == NULL && dot != NULL)
    patal_call_choose (dot + 1, formats, &format);
  if (!patal_call_choose (options->format, formats, &format))
    return say (_("The format is pdf, png or svg"));
  if (!patal_call_choose (options->split, splits, &split))
    return say (_("--split is none, gp or block"));
  if (split != BOARD_SPLIT_NONE && format != BOARD_PDF)
    return say (_("--split is for PDF files: each picture is a file of its own"));
  if (options->width != 0 && format != BOARD_PNG)
    return say (_("--width is for PNG pictures"));
  if (options->width != 0 && (options->width < PATAL_LEAST_PIXELS || options->width > PATAL_MOST_PIXELS))
    {
      fprintf (stderr, _("patal: --width is %d to %d pixels\n"), PATAL_LEAST_PIXELS, PATAL_MOST_PIXELS);
      return FALSE;
    }
  options->out = (BoardOut) { (BoardFormat) format, (BoardSplit) split, options->width != 0 ? options->width : BOARD_PICTURE_WIDTH,
                              options->path };
  return TRUE;
}

/* A document is a proof unless one says otherwise; a picture shows the board alone. */
static gboolean
read_kind (BoardOptions *options)
{
  static const char *const kinds[] = { [PATAL_BOARD_PROOF] = "proof", [PATAL_BOARD_FULL] = "full", [PATAL_BOARD_PAINTER] = "painter",
                                       [PATAL_BOARD_OVERPRINT] = "overprint", NULL };
  static const char *const langs[] = { [PATAL_BOARD_HI] = "hi", [PATAL_BOARD_EN] = "en", [PATAL_BOARD_BOTH] = "both", NULL };
  static const char *const sides[] = { [PATAL_BOARD_SIDE_FRONT] = "front", [PATAL_BOARD_SIDE_BACK] = "back", [PATAL_BOARD_SIDE_BOTH] = "both",
                                       NULL };
  static const char *const fills[] = { [PATAL_BOARD_AS_IT_IS] = "auto", [PATAL_BOARD_AT_START] = "start", [PATAL_BOARD_AT_END] = "end", NULL };
  guint kind = options->out.format == BOARD_PDF ? PATAL_BOARD_PROOF : PATAL_BOARD_FULL, lang = PATAL_BOARD_HI, side = PATAL_BOARD_SIDE_FRONT;
  guint fill = PATAL_BOARD_AS_IT_IS;

  if (!patal_call_choose (options->kind, kinds, &kind))
    return say (_("The kind is proof, full, painter or overprint"));
  if (!patal_call_choose (options->lang, langs, &lang))
    return say (_("The language of a board is hi, en or both"));
  if (!patal_call_choose (options->side, sides, &side))
    return say (_("--side is front, back or both"));
  if (!patal_call_choose (options->fill, fills, &fill))
    return say (_("--fill is auto, start or end: whether the rows of the end are filled"));
  if (options->issue && kind != PATAL_BOARD_FULL && kind != PATAL_BOARD_PAINTER)
    return say (_("--issue keeps what is printed for the site: the kind is then full or painter"));
  options->order.kind = (PatalBoardKind) kind;
  options->order.lang = (PatalBoardLang) lang;
  options->order.sides = (PatalBoardSides) side;
  options->order.fill = (PatalBoardFill) fill;
  return TRUE;
}

static gboolean
read_sheet (BoardOptions *options)
{
  static const char *const sheets[] = { [PATAL_PAPER_A4] = "a4", [PATAL_PAPER_A3] = "a3", "board", NULL };
  static const char *const turns[] = { [PATAL_TURN_AUTO] = "auto", [PATAL_TURN_PORTRAIT] = "portrait", [PATAL_TURN_LANDSCAPE] = "landscape", NULL };
  gboolean full = options->order.kind == PATAL_BOARD_FULL || options->order.kind == PATAL_BOARD_OVERPRINT;
  guint sheet = full ? PATAL_PAPER_A3 + 1 : PATAL_PAPER_A4, turn = PATAL_TURN_AUTO;

  if (!patal_call_choose (options->sheet, sheets, &sheet))
    return say (_("--sheet is a4, a3, or board: a sheet as large as the board"));
  if (!patal_call_choose (options->turn, turns, &turn))
    return say (_("A sheet is turned portrait or landscape"));
  if (!full && sheet > PATAL_PAPER_A3)
    return say (_("A sheet as large as the board is for the kinds full and overprint"));
  if (sheet <= PATAL_PAPER_A3)
    options->order.sheet = patal_sheet_size ((PatalPaper) sheet, PATAL_TURN_PORTRAIT);
  options->order.turn = (PatalTurn) turn;
  options->order.template = options->template;
  return TRUE;
}

static gboolean
read_options (BoardOptions *options)
{
  if (!board_scope_is_given (&options->scope))
    return say (_("Say of which works: --all, --block, --gp or --work"));
  if (options->path == NULL && !options->check)
    return say (_("Say where to write it with --out PATH"));
  return read_size (options) && read_format (options) && read_kind (options) && read_sheet (options);
}

/* --- What is found --- */

typedef struct
{
  guint    n_boards, n_stops, n_warns;
  gboolean single; /* reminders are for whoever looks at one board */
} Found;

static void
print_found_cb (G_GNUC_UNUSED gint64 work, const char *board, const GPtrArray *findings, gpointer data)
{
  Found *found = data;
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const PatalFinding *finding = findings->pdata[i];

      if (finding->weight == PATAL_FINDING_REMINDS && !found->single)
        continue;
      printf ("%s: %s\n", board, finding->text);
      found->n_stops += finding->weight == PATAL_FINDING_STOPS;
      found->n_warns += finding->weight == PATAL_FINDING_WARNS;
      n++;
    }
  found->n_boards += n > 0;
}

/* Once, for however many boards. */
static void
print_office (FILE *stream, guint gaps)
{
  g_autofree char *summary = patal_office_summary (gaps);

  if (summary != NULL)
    fprintf (stream, "%s\n", summary);
}

static int
check_boards (const BoardOptions *options, PatalDb *db, const GArray *works)
{
  Found found = { .single = works->len == 1 };
  guint office;
  g_autoptr (GError) error = NULL;

  if (!patal_board_check (db, (const gint64 *) works->data, works->len, &options->order, patal_day_today (), print_found_cb, &found,
                          &office, patal_call_stoppable (), &error))
    return patal_call_refuse (error);
  print_office (stdout, office);
  printf ("boards=%u found=%u stops=%u warns=%u\n", works->len, found.n_boards, found.n_stops, found.n_warns);
  return found.n_stops > 0 ? PATAL_EXIT_REFUSED : PATAL_EXIT_DONE;
}

/* --- What is written --- */

static void
print_tally (const PatalBoardTally *tally)
{
  guint told = 0;

  for (guint i = 0; i < PATAL_BOARD_N_TOLD; i++)
    told += tally->told[i];
  for (guint i = 0; tally->notes != NULL && i < tally->notes->len; i++)
    fprintf (stderr, "%s\n", (const char *) tally->notes->pdata[i]);
  if (tally->notes == NULL || told == tally->notes->len)
    return;
  fprintf (stderr, ngettext ("… and %u more board of which there is something to tell\n",
                             "… and %u more boards of which there is something to tell\n", told - tally->notes->len),
           told - tally->notes->len);
  fprintf (stderr, _("Left out: %u without a first print, %u not completed, %u filled already, %u without a back. Printed, but different from the "
                     "first print: %u; text cut: %u\n"),
           tally->told[PATAL_BOARD_TOLD_NO_PRINT], tally->told[PATAL_BOARD_TOLD_NOT_COMPLETED], tally->told[PATAL_BOARD_TOLD_FILLED],
           tally->told[PATAL_BOARD_TOLD_NO_BACK], tally->told[PATAL_BOARD_TOLD_DIFFERS], tally->told[PATAL_BOARD_TOLD_CUT]);
}

static void
say_how_to_begin (const PatalBoardTally *tally)
{
  if (tally->told[PATAL_BOARD_TOLD_NO_PRINT] > 0)
    fprintf (stderr, "%s\n", _("A first print is made with --kind full --issue, or --kind painter --issue"));
}

/* What was kept for a print that was not made is no first print. */
static void
take_back (PatalDb *db, guint n_kept)
{
  g_autoptr (GError) error = NULL;

  patal_db_set_cancellable (db, NULL);
  if (n_kept > 0 && !patal_db_undo (db, NULL, &error))
    patal_call_refuse (error);
}

static int
write_boards (const BoardOptions *options, PatalDb *db, const GArray *works)
{
  const PatalProgress *progress = patal_call_stoppable ();
  g_auto (PatalBoardTally) tally = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_kept = 0;

  if (options->issue
      && !patal_board_issue (db, (const gint64 *) works->data, works->len, &options->order, &n_kept, progress, &error))
    return patal_call_refuse (error);
  if (!board_out_write (&options->out, db, works, &options->order, &tally, progress, &error))
    {
      take_back (db, n_kept);
      if (tally.notes != NULL && tally.notes->len > 1)
        print_tally (&tally);
      say_how_to_begin (&tally);
      return patal_call_refuse (error);
    }
  print_tally (&tally);
  print_office (stderr, tally.office);
  say_how_to_begin (&tally);
  patal_call_say_font (options->order.lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI);
  if (options->issue)
    printf ("boards=%u pages=%u kept=%u\n", tally.n_boards, tally.n_pages, n_kept);
  else
    printf ("boards=%u pages=%u\n", tally.n_boards, tally.n_pages);
  return PATAL_EXIT_DONE;
}

static int
run_on_file (PatalCall *call, const BoardOptions *options)
{
  const PatalProgress *progress = patal_call_stoppable (); /* before any thread */
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GArray) works = NULL;

  patal_fonts_prepare (); /* while the file is opened */
  db = patal_call_open (call, options->issue ? PATAL_FILE_WRITE : PATAL_FILE_READ);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  patal_db_set_cancellable (db, progress->cancellable);
  works = board_scope_works (&options->scope, db, options->order.lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI);
  if (works == NULL)
    return PATAL_EXIT_REFUSED;
  return options->check ? check_boards (options, db, works) : write_boards (options, db, works);
}

static int
run_board (PatalCall *call)
{
  g_auto (BoardOptions) options = { 0 };
  const GOptionEntry entries[] = {
    BOARD_SCOPE_ENTRIES (options.scope),
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.lang, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    { "split", 0, 0, G_OPTION_ARG_STRING, &options.split, NULL, NULL },
    { "side", 0, 0, G_OPTION_ARG_STRING, &options.side, NULL, NULL },
    { "fill", 0, 0, G_OPTION_ARG_STRING, &options.fill, NULL, NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, NULL, NULL },
    { "turn", 0, 0, G_OPTION_ARG_STRING, &options.turn, NULL, NULL },
    { "template", 0, 0, G_OPTION_ARG_STRING, &options.template, NULL, NULL },
    { "width", 0, 0, G_OPTION_ARG_INT, &options.width, NULL, NULL },
    { "check", 0, 0, G_OPTION_ARG_NONE, &options.check, NULL, NULL },
    { "issue", 0, 0, G_OPTION_ARG_NONE, &options.issue, NULL, NULL },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.path, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 0, 0) || !read_options (&options))
    return PATAL_EXIT_USAGE;
  return run_on_file (call, &options);
}

const PatalCommand patal_board_commands[] = {
  { "board", BOARD_SCOPE_USAGE " [--size 5x4ft|3x2ft|a4|a3|WxHmm] [--kind proof|full|painter|overprint] [--lang hi|en|both]\n"
    "      [--side front|back|both] [--fill auto|start|end] [--template NAME] [--sheet a4|a3|board] [--turn portrait|landscape]\n"
    "      [--format pdf|png|svg] [--width PIXELS] [--split none|gp|block] [--issue] --out PATH | --check",
    N_("Print citizen information boards: a proof to scale, full size (on a sheet of its own, or on tiles of paper), the painter's figures, or "
       "over the first print what is known at the end. --issue keeps this print as the first one; --check only says what is wrong.\n"
       "--fill: auto fills the rows of the end where the work is completed; start leaves them empty; end fills what is known.\n"
       "--sheet: the paper: a4 or a3, full size on tiles of it; board, a sheet as large as the board (full and overprint).\n"
       "--turn: how that paper stands; else as the board fits better. --work takes a work's code or its number.\n"
       "First print: --kind full --issue (or --kind painter --issue). After completion: --kind overprint."),
    run_board, "--file sonpur.patal board --block अकलतरा --split gp --out boards" },
  { "board-template", "list | show NAME | check FILE | add NAME FILE | use NAME community|individual | remove NAME",
    N_("The templates of boards: what stands on them, in which order and words; check says what is wrong with one, line by line"),
    patal_board_template_run, "board-template check our-board.txt" },
  { 0 },
};
