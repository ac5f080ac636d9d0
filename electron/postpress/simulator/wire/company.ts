import type { Company } from '../world/companies.ts'

/** `CompanyProfile` as the API sends it. */
export const wireCompany = (company: Company): Record<string, unknown> => ({
  object: 'CompanyProfile',
  id: String(company.number),
  name: company.name,
  description: `${company.name}: ${company.tagline}.`,
  entity_urn: `urn:li:fsd_company:${company.number}`,
  public_identifier: company.slug,
  profile_url: `https://www.linkedin.com/company/${encodeURIComponent(company.slug)}/`,
  tagline: company.tagline,
  followers_count: company.employees * 7,
  is_following: false,
  is_employee: false,
  messaging: { is_enabled: false },
  default_locale: 'en_US',
  viewer_permissions: VISITOR,
  organization_type: 'PRIVATELY_HELD',
  locations: [{ is_headquarter: true, country: company.country, city: company.city, street: [] }],
  industry: ['Services'],
  employee_count: company.employees,
  website: `https://${company.number}.example`,
})

/** What a visitor may do on a company page. */
const VISITOR = {
  canMembersInviteToFollow: false,
  canReadContentSuggestions: false,
  canReadMessages: false,
  canUpdateOrganizationProfile: false,
  canCreateOrganicShare: false,
  canReadAdminDashboard: false,
  canReadOrganizationActivity: false,
  canEditCurators: false,
  canManageOrganizationalPageFollow: false,
  canReadOrganizationFollowerAnalytics: false,
  canInviteMemberToFollow: false,
  canReadOrganizationLeadsAnalytics: false,
  canEditPendingAdministrators: false,
  canManageMessagingAccess: false,
  canSeeEmployeeExperienceAsMember: false,
  canEmployeesInviteToFollow: false,
  canSeeOrganizationAdministrativePage: false,
}
