/* test-board-findings.c: what is wrong with a board before it is printed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-facts.h"
#include "patal-board-politician.h"
#include <string.h>

#define DAY(y, m, d) patal_day_from_ymd (y, m, d)
#define TODAY        DAY (2022, 6, 1)

/* A completed work with all that a board must say. Strings are literals, so nothing is cleared. */
static PatalBoardFacts
right_facts (void)
{
  PatalBoardFacts facts = {
    .scheme = { .id = 1, .code = (char *) "MGNREGA", .names = { (char *) "मनरेगा", (char *) "MGNREGS" }, .helpline = (char *) "1800-000-0000",
                .verified = TRUE },
    .gp = { (char *) "आमगांव", (char *) "Amgaon" },
    .ombudsman = { (char *) "क ख" },
    .ombudsman_phone = (char *) "07817-222222",
    .officer = { (char *) "ग घ" },
    .officer_phone = (char *) "9876543210",
    .known_rate_paise = 19300,
    .known_rate_verified = TRUE,
  };
  PatalWork *work = &facts.work;

  patal_work_init (work);
  work->gp = 5;
  work->scheme = 1;
  work->name_hi = (char *) "तालाब गहरीकरण";
  work->name_en = (char *) "Deepening of pond";
  work->village = (char *) "आमगांव";
  work->code = (char *) "3316004012/WC/11";
  work->beneficiary = (char *) "रामलाल";
  work->guardian = (char *) "श्यामलाल";
  work->job_card = (char *) "CG-16-004-012-001/123";
  work->fy = 2021;
  work->as_no = (char *) "123/2021";
  work->as_day = DAY (2021, 5, 20);
  work->agency = (char *) "ग्राम पंचायत आमगांव";
  work->start = DAY (2021, 6, 1);
  work->end = DAY (2022, 3, 5);
  work->status = PATAL_WORK_COMPLETED;
  work->sanctioned = (PatalWorkMoney) { 24125000, 8000000, 32125000 };
  work->spent = (PatalWorkMoney) { 24000000, 8000000, 32000000 };
  work->days = 1250;
  work->rate_paise = 19300;
  work->spent_days = 1240;
  return facts;
}

static PatalTemplate *
template_of (const char *extra)
{
  g_autoptr (GString) text = g_string_new ("[board]\n");
  g_autoptr (GPtrArray) faults = NULL;
  PatalTemplate *template;

  for (guint i = 0; i < patal_board_n_known; i++)
    if (strstr (extra, patal_board_known[i].id) == NULL)
      g_string_append_printf (text, "[field %s]\n", patal_board_known[i].id);
  g_string_append (text, extra);
  template = patal_template_parse (text->str, text->len, patal_board_known, patal_board_n_known, &faults);
  g_assert_nonnull (template);
  return template;
}

static const char *
kind_word (PatalFindingKind kind)
{
  static const char *const words[] = {
    [PATAL_FINDING_MISSING] = "missing", [PATAL_FINDING_DATES] = "dates", [PATAL_FINDING_SUM] = "sum",
    [PATAL_FINDING_POLITICIAN] = "politician", [PATAL_FINDING_TEXT] = "text", [PATAL_FINDING_LONG] = "long",
    [PATAL_FINDING_FIGURES] = "figures",
  };

  return words[kind];
}

/* "warns missing end; …", with "→ value" where a remedy is offered. (transfer full) */
static char *
say (const GPtrArray *findings)
{
  static const char *const weights[] = { "stops", "warns", "reminds" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const PatalFinding *finding = g_ptr_array_index (findings, i);

      g_assert_true (g_utf8_validate (finding->text, -1, NULL) && *finding->text != '\0');
      g_assert_true ((finding->remedy == NULL) == (finding->value == NULL));
      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "", weights[finding->weight], kind_word (finding->kind),
                              finding->field != NULL ? finding->field : "-");
      if (finding->value != NULL)
        g_string_append_printf (text, " → %s", finding->value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_findings (const char *name, const PatalBoardFacts *facts, const PatalTemplate *template, PatalBoardLang lang, const char *said)
{
  g_autoptr (GPtrArray) findings = patal_board_findings (facts, template, lang, TODAY);
  g_autofree char *text = say (findings);

  g_test_message ("%s", name);
  g_assert_cmpstr (text, ==, said);
}

static void name_gone (PatalBoardFacts *f)       { f->work.name_hi = f->work.name_en = NULL; }
static void name_hi_gone (PatalBoardFacts *f)    { f->work.name_hi = NULL; }
static void gp_gone (PatalBoardFacts *f)         { f->gp[0] = f->gp[1] = NULL; }
static void scheme_gone (PatalBoardFacts *f)     { f->scheme = (PatalScheme) { 0 }; f->known_rate_paise = 0; }
static void village_gone (PatalBoardFacts *f)    { f->work.village = NULL; }
static void code_gone (PatalBoardFacts *f)       { f->work.code = NULL; }
static void agency_empty (PatalBoardFacts *f)    { f->work.agency = (char *) ""; }
static void fy_gone (PatalBoardFacts *f)         { f->work.fy = 0; }
static void as_gone (PatalBoardFacts *f)         { f->work.as_no = NULL; f->work.as_day = PATAL_DAY_NONE; }
static void as_day_gone (PatalBoardFacts *f)     { f->work.as_day = PATAL_DAY_NONE; }
static void wage_gone (PatalBoardFacts *f)       { f->work.sanctioned.wage_paise = PATAL_WORK_UNKNOWN; }
static void total_gone (PatalBoardFacts *f)      { f->work.sanctioned.total_paise = PATAL_WORK_UNKNOWN; }
static void days_gone (PatalBoardFacts *f)       { f->work.days = PATAL_WORK_UNKNOWN; }
static void rate_gone (PatalBoardFacts *f)       { f->work.rate_paise = PATAL_WORK_UNKNOWN; }
static void contacts_gone (PatalBoardFacts *f)   { f->ombudsman_phone = NULL; f->officer[0] = NULL; }
static void spent_gone (PatalBoardFacts *f)
{
  f->work.spent = (PatalWorkMoney) { PATAL_WORK_UNKNOWN, PATAL_WORK_UNKNOWN, PATAL_WORK_UNKNOWN };
  f->work.spent_days = PATAL_WORK_UNKNOWN;
  f->work.end = PATAL_DAY_NONE;
}
static void still_going (PatalBoardFacts *f)     { spent_gone (f); f->work.status = PATAL_WORK_ONGOING; }
static void closed_early (PatalBoardFacts *f)    { spent_gone (f); f->work.status = PATAL_WORK_CLOSED; }
static void not_begun (PatalBoardFacts *f)       { spent_gone (f); f->work.status = PATAL_WORK_SANCTIONED; f->work.start = PATAL_DAY_NONE; }
static void start_gone (PatalBoardFacts *f)      { f->work.start = PATAL_DAY_NONE; }
static void person_gone (PatalBoardFacts *f)     { f->work.beneficiary = f->work.guardian = f->work.job_card = NULL; }
static void person_gone_alone (PatalBoardFacts *f) { person_gone (f); f->work.kind = PATAL_WORK_INDIVIDUAL; }
static void end_before_start (PatalBoardFacts *f) { f->work.end = DAY (2021, 5, 31); }
static void start_early (PatalBoardFacts *f)     { f->work.start = DAY (2021, 5, 1); }
static void ts_late (PatalBoardFacts *f)         { f->work.ts_day = DAY (2021, 7, 1); }
static void end_to_come (PatalBoardFacts *f)     { f->work.end = DAY (2022, 6, 2); }
static void plan_to_come (PatalBoardFacts *f)    { not_begun (f); f->work.start = DAY (2022, 7, 1); }
static void end_without_status (PatalBoardFacts *f) { f->work.status = PATAL_WORK_ONGOING; }
static void sum_wrong (PatalBoardFacts *f)       { f->work.sanctioned.total_paise = 30000000; f->work.spent.total_paise = 29900000; }
static void sum_of_spent_wrong (PatalBoardFacts *f) { f->work.spent.total_paise = 32000001; }
static void overspent (PatalBoardFacts *f)       { f->work.spent = (PatalWorkMoney) { 25000000, 8000000, 33000000 }; }
static void days_off (PatalBoardFacts *f)        { f->work.days = 1000; }
static void days_slightly_off (PatalBoardFacts *f) { f->work.days = 1126; }
static void days_without_end (PatalBoardFacts *f) { f->work.days = G_MAXINT64; }
static void rate_other (PatalBoardFacts *f)      { f->work.rate_paise = 19000; }
static void rate_unverified (PatalBoardFacts *f) { f->known_rate_verified = FALSE; }
static void rate_unknown (PatalBoardFacts *f)    { f->known_rate_paise = 0; f->work.rate_paise = 19000; }
static void scheme_unverified (PatalBoardFacts *f) { f->scheme.verified = FALSE; }
static void text_broken (PatalBoardFacts *f)     { f->work.agency = (char *) "ग्राम िपंचायत"; }
static void text_mixed (PatalBoardFacts *f)      { f->work.village = (char *) "वार्ड 1२ और ३४"; }
static void text_legacy (PatalBoardFacts *f)     { f->work.agency = (char *) "xzke iapk;r dk;kZy;"; }
static void politician (PatalBoardFacts *f)      { f->work.name_hi = (char *) "माननीय विधायक श्री क ख के सौजन्य से सड़क"; }
static void fund (PatalBoardFacts *f)            { f->work.convergence = (char *) "सांसद निधि"; }
static void housing (PatalBoardFacts *f)         { f->work.convergence = (char *) "प्रधानमंत्री आवास योजना"; }
static void name_long (PatalBoardFacts *f)
{
  f->work.name_hi = (char *) "क्षेत्र के समस्त ग्रामवासियों के निस्तार हेतु नवीन तालाब निर्माण कार्य एवं पचरी निर्माण तथा पहुंच मार्ग का मुरमीकरण कार्य, वार्ड 12";
}

static void
test_findings (void)
{
  static const struct
  {
    const char *name;
    void (*spoil) (PatalBoardFacts *facts);
    const char *said;
  } cases[] = {
    { "name", name_gone, "stops missing name_hi" },
    { "name_hi", name_hi_gone, "warns missing name_hi" },
    { "gp", gp_gone, "stops missing gp" },
    { "scheme", scheme_gone, "warns missing scheme" },
    { "village", village_gone, "warns missing village" },
    { "code", code_gone, "warns missing code" },
    { "agency", agency_empty, "warns missing agency" },
    { "fy", fy_gone, "warns missing fy" },
    { "as", as_gone, "warns missing as_no; warns missing as_day" },
    { "as_day", as_day_gone, "warns missing as_day" },
    { "wage", wage_gone, "warns missing sanctioned.wage → 2,41,250" },
    { "total", total_gone, "" }, /* the board adds up */
    { "days", days_gone, "warns missing days" },
    { "rate", rate_gone, "warns missing rate → 193" },
    { "contacts, which are the office's", contacts_gone, "" },
    { "spent", spent_gone,
      "warns missing end; warns missing spent.wage; warns missing spent.material; warns missing spent.total; "
      "warns missing spent_days" },
    { "ongoing", still_going, "" },
    { "closed", closed_early,
      "warns missing end; warns missing spent.wage; warns missing spent.material; warns missing spent.total; "
      "warns missing spent_days" },
    { "sanctioned", not_begun, "reminds missing start" },
    { "start", start_gone, "warns missing start" },
    { "community without a person", person_gone, "" },
    { "individual without a person", person_gone_alone,
      "warns missing beneficiary; warns missing guardian; warns missing job_card" },
    { "end before start", end_before_start, "stops dates end" },
    { "start before sanction", start_early, "warns dates start" },
    { "technical sanction after start", ts_late, "warns dates start" },
    { "end to come", end_to_come, "warns dates end" },
    { "planned start", plan_to_come, "" },
    { "end, still ongoing", end_without_status, "warns dates status → completed" },
    { "sums", sum_wrong, "warns sum sanctioned.total → 3,21,250; warns sum spent.total → 3,20,000" },
    { "spent sum by a paisa", sum_of_spent_wrong, "warns sum spent.total → 3,20,000" },
    { "overspent", overspent, "reminds figures spent.total" },
    { "days by rate", days_off, "reminds figures days" },
    { "days by rate, within a tenth", days_slightly_off, "" },
    { "days without end", days_without_end, "" },
    { "rate of another day", rate_other, "reminds figures rate → 193" },
    { "rate without order", rate_unverified, "" },
    { "rate that nobody knows", rate_unknown, "" },
    { "scheme without order", scheme_unverified, "" },
    { "broken text", text_broken, "stops text agency" },
    { "digits of two scripts", text_mixed, "reminds text village" },
    { "Kruti Dev", text_legacy, "warns text agency" },
    { "politician", politician, "reminds politician name_hi" },
    { "a fund", fund, "reminds politician convergence" },
    { "a housing scheme", housing, "" },
    { "long name", name_long, "warns long name_hi" },
  };
  g_autoptr (PatalTemplate) template = template_of ("");
  PatalBoardFacts right = right_facts ();

  right.work.materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_ptr_array_add (right.work.materials, patal_material_new ("सीमेंट", "250 बोरी", 8000000));
  for (PatalBoardLang lang = 0; lang < 3; lang++)
    assert_findings ("right", &right, template, lang, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalBoardFacts facts = right;

      cases[i].spoil (&facts);
      assert_findings (cases[i].name, &facts, template, PATAL_BOARD_HI, cases[i].said);
    }
  g_ptr_array_unref (right.work.materials);
}

static void
helpline_gone (PatalBoardFacts *f)
{
  f->scheme.helpline = NULL;
}
static void
ombudsman_gone (PatalBoardFacts *f)
{
  f->ombudsman[0] = f->ombudsman[1] = NULL;
}
static void
officer_mute (PatalBoardFacts *f)
{
  f->officer_phone = (char *)"";
}
static void
rate_other_unverified (PatalBoardFacts *f)
{
  rate_unverified (f);
  rate_other (f);
}

/* What the office lacks is told once, whatever the number of boards. */
static void
test_office (void)
{
  static const struct
  {
    const char *name;
    void (*spoil) (PatalBoardFacts *facts);
    guint gaps;
    const char *said;
  } cases[] = {
    { "nothing", NULL, 0, NULL },
    { "helpline", helpline_gone, 1 << PATAL_OFFICE_NO_HELPLINE, "missing: Toll-free no.)" },
    { "ombudsman", ombudsman_gone, 1 << PATAL_OFFICE_NO_OMBUDSMAN, "missing: Ombudsman)" },
    { "contacts", contacts_gone, 1 << PATAL_OFFICE_NO_OMBUDSMAN | 1 << PATAL_OFFICE_NO_OFFICER,
      "missing: Ombudsman, Programme officer)" },
    { "officer's telephone", officer_mute, 1 << PATAL_OFFICE_NO_OFFICER, "missing: Programme officer)" },
    { "scheme", scheme_unverified, 1 << PATAL_OFFICE_SCHEME_UNVERIFIED, "a scheme's name" },
    { "rate", rate_unverified, 1 << PATAL_OFFICE_RATE_UNVERIFIED, "a wage rate" },
    { "a rate that is not paid", rate_other_unverified, 0, NULL }, /* which is a finding of the board */
    { "no scheme", scheme_gone, 0, NULL },
  };
  guint all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalBoardFacts facts = right_facts ();
      g_autoptr (GPtrArray) sentences = patal_office_sentences (cases[i].gaps);
      g_autofree char *summary = patal_office_summary (cases[i].gaps);

      if (cases[i].spoil != NULL)
        cases[i].spoil (&facts);
      g_test_message ("%s", cases[i].name);
      g_assert_cmphex (patal_office_gaps (&facts), ==, cases[i].gaps);
      g_assert_cmpuint (sentences->len, ==, cases[i].said != NULL);
      g_assert_true ((summary != NULL) == (cases[i].said != NULL));
      if (cases[i].said != NULL)
        g_assert_nonnull (strstr (sentences->pdata[0], cases[i].said));
      all |= cases[i].gaps;
    }
  {
    g_autoptr (GPtrArray) sentences = patal_office_sentences (all);

    g_autofree char *summary = patal_office_summary (all);

    g_assert_cmpuint (sentences->len, ==, 3);
    g_assert_cmpstr (summary, ==,
                     "Still to be entered, once for all boards: Toll-free no., Ombudsman, Programme officer, "
                     "Order for the scheme's "
                                  "name, Order for the wage rate (in the preferences of boards)");
  }
}

static void
test_languages (void)
{
  static const char *const said[2][3] = {
    { "warns missing name_hi", "", "warns missing name_hi" },
    { "", "reminds missing name_en", "reminds missing name_en" },
  };
  g_autoptr (PatalTemplate) template = template_of ("[field materials]\nrequired = no\n");

  for (guint i = 0; i < 2; i++)
    for (PatalBoardLang lang = 0; lang < 3; lang++)
      {
        PatalBoardFacts facts = right_facts ();

        *(i == 0 ? &facts.work.name_hi : &facts.work.name_en) = NULL;
        assert_findings (i == 0 ? "name_hi" : "name_en", &facts, template, lang, said[i][lang]);
      }
}

static void
test_materials (void)
{
  g_autoptr (PatalTemplate) usual = template_of (""), never = template_of ("[field materials]\nrequired = no\n"),
                            always = template_of ("[field materials]\nrequired = yes\n");
  PatalBoardFacts facts = right_facts ();

  assert_findings ("none", &facts, usual, PATAL_BOARD_HI, "warns missing materials");
  assert_findings ("none, and need not", &facts, never, PATAL_BOARD_HI, "");
  facts.work.sanctioned = (PatalWorkMoney) { 24125000, 0, 24125000 };
  facts.work.spent = (PatalWorkMoney) { 24000000, 0, 24000000 };
  assert_findings ("labour alone", &facts, usual, PATAL_BOARD_HI, "");
  assert_findings ("labour alone, and the template asks", &facts, always, PATAL_BOARD_HI, "warns missing materials");
  facts.work.materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_ptr_array_add (facts.work.materials, patal_material_new ("सीमेंट", "250 ाबोरी", 100));
  assert_findings ("more than sanctioned, and a broken quantity", &facts, always, PATAL_BOARD_HI,
                   "stops text materials; reminds figures materials");
  g_ptr_array_unref (facts.work.materials);
}

/* A template says what it wants to be there, and does not miss what it does not show. */
static void
test_template_rules (void)
{
  g_autoptr (PatalTemplate) template = NULL;
  static const char text[] =
    "[board]\n[field work_name]\n[field category]\nrequired = yes\n[field ts]\nrequired = yes\nempty-until = completion\n[field fy]\nrequired = no\n";
  g_autoptr (GPtrArray) faults = NULL;
  PatalBoardFacts facts = right_facts ();

  template = patal_template_parse (text, strlen (text), patal_board_known, patal_board_n_known, &faults);
  g_assert_nonnull (template);
  facts.work.fy = 0;
  facts.work.code = NULL;
  assert_findings ("completed", &facts, template, PATAL_BOARD_HI, "warns missing category; warns missing ts_no; warns missing ts_day");
  still_going (&facts);
  assert_findings ("ongoing", &facts, template, PATAL_BOARD_HI, "warns missing category");
}

static void
test_sentences (void)
{
  g_autoptr (PatalTemplate) template = template_of ("[field materials]\nrequired = no\n");
  PatalBoardFacts facts = right_facts ();
  g_autoptr (GPtrArray) findings = NULL;
  const PatalFinding *finding;

  sum_wrong (&facts);
  facts.work.spent = (PatalWorkMoney) { 24000000, 5000000, 29000000 };
  findings = patal_board_findings (&facts, template, PATAL_BOARD_HI, TODAY);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->text, ==, "Sanctioned wages and material make Rs 3,21,250, and the total says Rs 3,00,000");
  g_assert_cmpstr (finding->remedy, ==, "Set the total to 3,21,250");
  g_clear_pointer (&findings, g_ptr_array_unref);
  facts = right_facts ();
  start_early (&facts);
  findings = patal_board_findings (&facts, template, PATAL_BOARD_HI, TODAY);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->text, ==, "The work began on 01.05.2021, before its administrative sanction of 20.05.2021");
}

/* The gravest first, and of equal ones in the order of the board. */
static void
test_order (void)
{
  g_autoptr (PatalTemplate) template = template_of ("[field materials]\nrequired = no\n");
  PatalBoardFacts facts = right_facts ();

  contacts_gone (&facts);
  village_gone (&facts);
  end_before_start (&facts);
  code_gone (&facts);
  assert_findings ("all", &facts, template, PATAL_BOARD_HI,
                   "stops dates end; warns missing village; warns missing code");
}

static void
test_politicians (void)
{
  static const struct { const char *text, *word; } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "तालाब निर्माण", NULL },
    { "सांसद निधि", "सांसद" },
    { "विधायक निधि", "विधायक" },
    { "मा. मन्त्री जी के घर से चौक तक सड़क", "मंत्री" },
    { "माननीय अध्यक्ष", "माननीय" },
    { "श्री क ख के सौजन्य से", "सौजन्य" },
    { "प्रधानमंत्री आवास योजना", NULL },
    { "प्रधान मंत्री आवास योजना (ग्रामीण)", NULL },
    { "मुख्यमंत्री समग्र ग्रामीण विकास योजना", NULL },
    { "मुख्यमंत्री ग्राम सड़क एवं विकास योजना", NULL },
    { "प्रधानमंत्री ग्राम सड़क", NULL },
    { "मुख्यमंत्री श्री क ख", "मुख्यमंत्री" },
    { "माननीय मुख्यमंत्री की घोषणा", "मुख्यमंत्री" },
    { "विधायकपुर में कुआँ", NULL },
    { "राज्यमंत्री श्री क ख", "राज्यमंत्री" },
    { "माननीया सरपंच", "माननीया" },
    { "मुख्य मंत्री श्री क ख", "मुख्य मंत्री" },
    { "सडक, सौजन्य: क ख", "सौजन्य" },
    { "मंत्री तालाब, प्रधानमंत्री सड़क योजना", "मंत्री" },
    { "Courtesy of the Member of Parliament", "Member of Parliament" },
    { "Prime Minister Shri K", "Prime Minister" },
    { "honourable guest", "Honourable" },
    { "MP LADS", "MP LADS" },
    { "MLA fund", "MLA" },
    { "Hon'ble Minister", "Minister" },
    { "Chief Minister's Rural Roads Scheme", NULL },
    { "MPLADS", "MPLADS" },
    { "MP fund", "MP fund" },
    { "Sagar (M.P.)", NULL },
    { "Administrative building", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = patal_board_politician_word (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (word, ==, cases[i].word);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-findings/findings", test_findings);
  g_test_add_func ("/board-findings/office", test_office);
  g_test_add_func ("/board-findings/languages", test_languages);
  g_test_add_func ("/board-findings/materials", test_materials);
  g_test_add_func ("/board-findings/template-rules", test_template_rules);
  g_test_add_func ("/board-findings/sentences", test_sentences);
  g_test_add_func ("/board-findings/order", test_order);
  g_test_add_func ("/board-findings/politicians", test_politicians);
  return g_test_run ();
}
